import type { Chunk } from "./chunk.ts";
import { readDeed } from "./deed.ts";
import { applyFigure } from "./figures.ts";
import { readPhrase } from "./naming.ts";
import { namesApp } from "./negations.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { readProduct, refuseCopy } from "./product.ts";
import { byKind, context, now, refused, type State, settle } from "./state.ts";
import { readStyle } from "./theme.ts";

/**
 * Reads the words that say what the app is for: the last noun of an English or German phrase, the first one of a French
 * or Spanish one. Words for the app itself ("tracker") are no kind of record.
 */
export function readHead(state: State, chunk: Chunk): void {
  if (asksBeyond(chunk)) {
    settle(state, chunk.pieces, refused(senseOf(chunk.pieces[0], "beyond")?.reason ?? ""));
    return;
  }
  if (chunk.lead.includes("build") || chunk.before.some(({ text }) => A.test(text))) state.wanted = true;
  refuseCopy(state, chunk.pieces);
  settle(state, chunk.pieces.filter(isFiller), context);
  const pieces = chunk.pieces.filter((piece) => !settled(state, piece));
  const naming = withoutClause(state, withoutVerbs(state, pieces));
  const styled = readStyle(state, chunk.pieces, naming);
  refuseBeyond(state, naming);
  const words = naming.filter(({ figure }) => !figure);
  const product = styled ? undefined : words.find((piece) => senseOf(piece, "product"));
  const deed = words.find((piece) => senseOf(piece, "deed"));
  if (product) readProduct(state, product, words, isLike(chunk));
  else if (deed) readDeed(state, deed, words);
  else
    readPhrase(
      state,
      chunk,
      words.filter((piece) => piece !== styled && !isRefused(state, piece)),
    );
  for (const piece of naming.filter(({ figure }) => figure)) applyFigure(state, piece);
}

/** "An app like Slack". */
const isLike = ({ lead, before, pieces }: Chunk) =>
  lead.includes("like") || [...before, ...pieces].some((piece) => hasRole(piece, "like"));

/** A verb for what no app can do, such as "translate my documents"; "a collaborative todo list" names an app. */
function asksBeyond({ pieces, lead, before }: Chunk): boolean {
  const first = pieces[0];
  if (before.some(({ text }) => A.test(text)) || namesApp(pieces)) return false;
  const verb =
    senseOf(first, "beyond") && first?.senses.every(({ is }) => is === "beyond") && !lead.includes("build");
  return Boolean(verb) && pieces.length > 1 && !pieces.some((piece) => senseOf(piece, "container"));
}

/** An indefinite article: a thing is asked for. */
const A = /^(an?|eine?[nrm]?|une?|una)$/i;

function settled(state: State, piece: Piece): boolean {
  return piece.tokens.every((token) => now(state).dispositions[token] !== undefined);
}

function isFiller(piece: Piece): boolean {
  return (
    hasRole(piece, "filler", "several", "to", "like", "style", "yes", "no") &&
    piece.senses.every(({ is }) => is === "role" || is === "inherent")
  );
}

function isRefused(state: State, piece: Piece): boolean {
  return now(state).dispositions[piece.tokens[0] ?? -1]?.outcome === "refused";
}

/** Takes the verbs at the start ("track my workouts") and what every app does out of a phrase. */
function withoutVerbs(state: State, pieces: readonly Piece[]): Piece[] {
  let at = 0;
  while (
    at < pieces.length - 1 &&
    (senseOf(pieces[at], "inherent") || isGerund(pieces[at])) &&
    !hasRole(pieces[at + 1] as Piece, "of")
  )
    at += 1;
  if (at > 0) state.wanted = true;
  settle(state, pieces.slice(0, at), byKind);
  const rest = pieces.slice(at);
  const inherent = rest.filter(
    ({ senses }) =>
      senses.length > 0 &&
      senses.every(({ is }) => is === "inherent" || is === "role") &&
      senses.some(({ is }) => is === "inherent"),
  );
  settle(state, inherent, byKind);
  return rest.filter((piece) => !inherent.includes(piece));
}

/** "How many cigarettes I smoke": what people do with the records asks for nothing more. */
function withoutClause(state: State, pieces: readonly Piece[]): readonly Piece[] {
  const { tokens } = now(state);
  const at = pieces.findIndex(
    ({ tokens: [first = 0] }, place) => place > 0 && SELF.test(tokens[first - 1]?.text ?? ""),
  );
  const given = at < 1 ? givenIn(pieces, tokens) : -1;
  if (given > 0) {
    settle(state, pieces.slice(given), context);
    return pieces.slice(0, given);
  }
  const verb = pieces.slice(at);
  if (at < 1 || !verb.every(({ senses }) => senses.length === 0)) return pieces;
  settle(state, verb, context);
  return pieces.slice(0, at);
}

/** "Exercises my physio gave me": where somebody else's deed begins that says whose or from whom the records are. */
function givenIn(pieces: readonly Piece[], tokens: readonly { readonly text: string }[]): number {
  const last = pieces.at(-1)?.tokens.at(-1) ?? 0;
  if (!/^(me|us|mir|uns)$/i.test(tokens[last + 1]?.text ?? "")) return -1;
  return pieces.findIndex(
    ({ tokens: [first = 0] }, place) => place > 0 && /^(my|our|the)$/i.test(tokens[first - 1]?.text ?? ""),
  );
}

const SELF = /^(i|we|ich|wir|je|nous|yo)$/i;

/** "Tracking my mood" asks for the same as "track my mood". */
function isGerund(piece: Piece | undefined): boolean {
  return /ing$/i.test(piece?.text ?? "") && senseOf(piece, "container") !== undefined;
}

function refuseBeyond(state: State, pieces: readonly Piece[]): void {
  for (const piece of pieces) {
    const beyond = senseOf(piece, "beyond");
    const known = piece.senses.some(
      ({ is }) => is === "noun" || is === "field" || is === "unbuildable" || is === "product",
    );
    if (beyond && !known) settle(state, piece, refused(beyond.reason));
  }
}
