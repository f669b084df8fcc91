import { anotherIn, anotherWithin } from "./another.ts";
import { readAnswer } from "./answer.ts";
import { calledIn } from "./called.ts";
import { bookFirst, recordsFirst } from "./chunk-order.ts";
import { chunksOf } from "./chunks.ts";
import { isErrand } from "./errand.ts";
import { finish, settleRest } from "./finish.ts";
import { graded } from "./graded.ts";
import { localeOf } from "./language.ts";
import { piecesOf } from "./pieces.ts";
import { keepTasks, readChunks } from "./read-chunks.ts";
import { WHY } from "./reasons.ts";
import { readRenaming } from "./renaming.ts";
import { byKind, context, met, now, refused, type State, settle, startAnew } from "./state.ts";
import { tokensOf } from "./tokens.ts";

/** Reads the next message of a person into the state. */
export function readMessage(state: State, message: string): State {
  const spoken = tokensOf(message).map((token) => ({
    ...token,
    key: state.spellings.get(token.key) ?? token.key,
  }));
  const another = (state.messages.length > 0 ? anotherIn(message) : null) ?? anotherWithin(message);
  const known = !another && (state.draft.entities.length > 0 || state.missing !== null);
  const locale = localeOf(spoken, state.messages.length > 0 ? state.draft.locale : null);
  state.foreign = locale === null && !known;
  if (locale && !known) state.draft.locale = locale;
  state.messages.push({ message, tokens: spoken, dispositions: [], locale: state.draft.locale });
  if (state.foreign)
    return settleRest(state, refused("This language is not read. Use English, German, French or Spanish."));
  if (another) {
    startAnew(state);
    state.wanted = true;
    spoken.forEach(({ start, end }, at) => {
      if (end <= another.start || start >= another.end) now(state).dispositions[at] = context;
    });
  }
  if (state.messages.length === 1 && isErrand(message, state.draft.locale))
    return refuseErrand(state, message);
  readName(state, message);
  const pieces = graded(piecesOf(message, spoken, state.draft.locale), state.draft.locale).filter(
    ({ tokens }) => !another || tokens.some((at) => now(state).dispositions[at] === undefined),
  );
  if (readAnswer(state, pieces) || readRenaming(state, pieces)) return settleRest(state, context);
  const chunks = chunksOf(pieces);
  readChunks(state, state.current ? chunks : recordsFirst(bookFirst(chunks)));
  keepTasks(state);
  settle(state, state.heldContainers.splice(0), byKind);
  return finish(state, pieces);
}

function refuseErrand(state: State, message: string): State {
  state.unbuildable = message.trim().slice(0, 80);
  return settleRest(state, refused(WHY[state.draft.locale].records));
}

function readName(state: State, message: string): void {
  const called = calledIn(message, state.draft.locale);
  if (!called) return;
  const { tokens, dispositions } = now(state);
  tokens.forEach(({ start, end }, at) => {
    if (called.start <= start && end <= called.end) dispositions[at] = met("name");
  });
  state.draft.name = called.name;
}
