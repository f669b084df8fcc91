import { BEYOND } from "#local/brain/lexicon/words/beyond.ts";
import { anotherIn, anotherWithin } from "./another.ts";
import { readAnswer } from "./answer.ts";
import { calledIn } from "./called.ts";
import { bookFirst, recordsFirst, toolsFirst, wishesFirst } from "./chunk-order.ts";
import { chunksOf } from "./chunks.ts";
import { keepCompanion } from "./companion.ts";
import { isAuthor, isErrand } from "./errand.ts";
import { finish, settleRest } from "./finish.ts";
import { graded } from "./graded.ts";
import { keepTasks } from "./keep-tasks.ts";
import { localeOf } from "./language.ts";
import { piecesOf } from "./pieces.ts";
import { readChunks } from "./read-chunks.ts";
import { WHY } from "./reasons.ts";
import { readRenaming } from "./renaming.ts";
import { byKind, context, met, now, refused, type State, settle, startAnew } from "./state.ts";
import { readStatedLook } from "./stated-look.ts";
import { tokensOf } from "./tokens.ts";

/** "No, blue": a no that stands alone before other words is about what was shown, and negates none of them. */
const REJECTION = /^\W*(?:no|nope|nah|nein|nee|nö|non)\s*[,;.!–—-]+(?=.*\p{L})/iu;

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
  // A later message may be in another language than the app.
  const own = locale ?? state.draft.locale;
  state.messages.push({ message, tokens: spoken, dispositions: [], locale: own });
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
    return refuseAll(state, message, WHY[state.draft.locale].records);
  if (state.messages.length === 1 && isAuthor(message, state.draft.locale))
    return refuseAll(
      state,
      message,
      BEYOND.find(({ key }) => key === "ai")?.reason[state.draft.locale] ?? "",
    );
  readName(state, message);
  readStatedLook(state, message);
  const answered = state.messages.length > 1 ? (REJECTION.exec(message)?.[0].length ?? 0) : 0;
  spoken.forEach(({ end }, at) => {
    if (end <= answered) now(state).dispositions[at] = context;
  });
  const isLook = (at: number) => now(state).dispositions[at]?.by?.startsWith("look.");
  const pieces = graded(piecesOf(message, spoken, own), own).filter(
    ({ tokens }) =>
      !tokens.every(isLook) &&
      ((!another && answered === 0) || tokens.some((at) => now(state).dispositions[at] === undefined)),
  );
  state.named = new Set(
    pieces.flatMap(({ senses }) =>
      senses.flatMap((sense) =>
        sense.is === "field" ? sense.field.key : sense.is === "noun" ? sense.noun.key : [],
      ),
    ),
  );
  if (readAnswer(state, pieces) || readRenaming(state, pieces)) return settleRest(state, context);
  const chunks = chunksOf(pieces);
  readChunks(state, state.current ? chunks : recordsFirst(bookFirst(toolsFirst(wishesFirst(chunks)))));
  keepTasks(state);
  keepCompanion(state, pieces);
  settle(state, state.heldContainers.splice(0), byKind);
  return finish(state, pieces);
}

function refuseAll(state: State, message: string, why: string): State {
  state.unbuildable = message.trim().slice(0, 80);
  return settleRest(state, refused(why));
}

function readName(state: State, message: string): void {
  const called = calledIn(message, now(state).locale);
  if (!called) return;
  const { tokens, dispositions } = now(state);
  tokens.forEach(({ start, end }, at) => {
    if (called.start <= start && end <= called.end) dispositions[at] = met("name");
  });
  state.draft.name = called.name;
}
