import type { Chunk } from "./chunk.ts";
import { label } from "./draft.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { isPlural } from "./plural.ts";
import { context, met, type State, settle } from "./state.ts";
import { textOf } from "./text-of.ts";

/**
 * "Library for our school with pupils, books and loans", "a chess club ladder: members and matches": words that name no
 * kind of record, before a list of several kinds, name the app.
 */
export function nameOnly(state: State, chunks: readonly Chunk[]): void {
  const { locale } = state.draft;
  const named = chunks.filter(({ pieces, negators }) => pieces.length > 0 && negators.length === 0);
  const at = named.findIndex(
    ({ lead, marks }, place) => place > 0 && (lead.includes("with") || marks.includes(":")),
  );
  const [first, ...others] = named.slice(0, Math.max(at, 0));
  const end = named.findIndex(
    ({ marks, lead }, place) => place > at && (marks.some((mark) => mark !== ",") || lead.includes("with")),
  );
  const list = named.slice(at, end < 0 ? named.length : end);
  const isKind = ({ pieces: [piece, ...more] }: Chunk) => {
    const noun = senseOf(piece, "noun")?.noun;
    return more.length === 0 && piece !== undefined && noun !== undefined && isPlural(piece, noun, locale);
  };
  if (!first || list.length < 2 || !list.every(isKind) || !isTitle(first.pieces)) return;
  if (!others.every(({ pieces }) => pieces.every((piece) => !namesRecords(piece)))) return;
  state.wanted = true;
  state.draft.title ??= label(textOf(state, first.pieces));
  settle(state, first.pieces, met("name"));
  for (const { pieces } of others) settle(state, pieces, context);
}

const namesRecords = (piece: Piece) =>
  senseOf(piece, "noun") !== undefined && senseOf(piece, "context") === undefined;

/** Whether some words name nothing that is kept, no product and nothing that every app does. */
function isTitle(pieces: readonly Piece[]): boolean {
  const [last] = pieces.slice(-1);
  return (
    !pieces.some((piece) => namesRecords(piece) || OTHERS.some((is) => senseOf(piece, is)) || piece.figure) &&
    (last?.senses.length === 0 || pieces.some((piece) => senseOf(piece, "unbuildable")))
  );
}

const OTHERS = ["product", "look", "beyond", "deed", "inherent", "field", "view"] as const;
