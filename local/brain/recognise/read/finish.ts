import type { Locale } from "#core/factory/specification/specification.ts";
import { isCorrect } from "#local/brain/lexicon/correct/correct.ts";
import { dictionaryOf } from "./dictionary.ts";
import { isContent, type Piece } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { asked, byKind, context, type Misspelt, now, refused, type State, settle } from "./state.ts";
import { spellingOf } from "./typos.ts";

/** Asks back for misspelt words, and refuses what was not understood. */
export function finish(state: State, pieces: readonly Piece[]): State {
  const { dispositions, locale, tokens } = now(state);
  const why = WHY[state.draft.locale];
  const misspelt: Misspelt[] = [];
  for (const piece of pieces) {
    const token = tokens[piece.tokens[0] ?? 0];
    const open = piece.tokens.every(
      (at) =>
        dispositions[at] === undefined ||
        (dispositions[at]?.outcome === "refused" && dispositions[at]?.by === why.unknown),
    );
    const unknown =
      piece.senses.length === 0 &&
      piece.tokens.length === 1 &&
      token?.kind === "word" &&
      !isCorrect(token.text, locale) &&
      isContent(token, locale);
    const named = state.missing?.id === "details" ? `entities.${state.missing.entity.id}` : null;
    const isHead = named !== null && piece.tokens.every((at) => dispositions[at]?.by === named);
    if (!unknown || misspelt.length === 4 || (!open && !isHead) || state.spellings.has(token.key)) continue;
    const meant = spellingOf(token, dictionaryOf(locale));
    if (
      !meant ||
      (token.text.charAt(0) !== token.text.charAt(0).toLowerCase() && locale !== "de" && token.start > 0)
    )
      continue;
    if (!misspelt.some(({ typed }) => typed === token.key))
      misspelt.push({ typed: token.key, meant, shown: token.text });
    for (const at of piece.tokens) dispositions[at] = asked("did_you_mean");
  }
  if (misspelt.length > 0) {
    state.missing = { id: "did_you_mean", words: misspelt };
    // What belongs to the misspelt word is read once it is known.
    if (!state.current) postpone(state);
  }
  for (const piece of pieces) {
    if (piece.senses.length > 0 && piece.senses.every(({ is }) => is === "role" || is === "inherent"))
      settle(
        state,
        piece,
        piece.senses.some(({ is }) => is === "inherent") && state.current ? byKind : context,
      );
  }
  return settleRest(state, refused(why.unknown));
}

function postpone(state: State): void {
  const { dispositions } = now(state);
  const { unknown, number } = WHY[state.draft.locale];
  dispositions.forEach((each, at) => {
    if (each?.outcome === "refused" && (each.by === unknown || each.by === number))
      dispositions[at] = asked("did_you_mean");
  });
}

/** Settles the content words that nothing has settled yet. */
export function settleRest(state: State, disposition: Parameters<typeof settle>[2]): State {
  const { tokens, dispositions, locale } = now(state);
  tokens.forEach((token, at) => {
    if (isContent(token, locale as Locale)) dispositions[at] ??= disposition;
  });
  return state;
}
