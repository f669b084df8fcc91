import type { Chunk } from "./chunk.ts";
import { isFiller } from "./item.ts";
import { senseOf } from "./pieces.ts";

/** In "a notebook for dreams", the notebook is the app: the records are what it is for. */
export function bookFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const [first, second] = [chunks[at], chunks[at + 1]];
  const naming = first?.pieces.filter((piece) => !isFiller(piece)) ?? [];
  const [book] = naming;
  const key = senseOf(book, "container")?.key;
  const isBook = naming.length === 1 && senseOf(book, "noun") && key !== undefined && key !== "list";
  const records =
    second?.pieces.filter((piece) => senseOf(piece, "noun") && !senseOf(piece, "context")) ?? [];
  if (!first || !isBook || second?.lead.join() !== "for" || records.length === 0) return chunks;
  const pieces = first.pieces.map((piece) =>
    piece === book ? { ...piece, senses: piece.senses.filter(({ is }) => is !== "noun") } : piece,
  );
  return chunks.with(at, { ...first, pieces });
}

/** "Prices in euros for my wines" is about wines: details before the records that they belong to come after them. */
export function recordsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(({ lead }) => lead.includes("for"));
  const naming = chunks
    .slice(0, Math.max(at, 0))
    .flatMap(({ pieces }) => pieces.filter(({ figure }) => !figure));
  const details =
    naming.length > 0 && naming.every((piece) => senseOf(piece, "field") && !senseOf(piece, "noun"));
  const records = chunks[at]?.pieces.some((piece) => senseOf(piece, "noun"));
  if (!details || !records) return chunks;
  return [
    { ...(chunks[at] as Chunk), lead: ["for", "with"] },
    ...chunks.slice(0, at),
    ...chunks.slice(at + 1),
  ];
}
