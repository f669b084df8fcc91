import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import type { Chunk } from "./chunk.ts";
import { isFiller } from "./item.ts";
import { type Piece, senseOf } from "./pieces.ts";

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

/** In "tools: name, price", the tools are what is kept: several are no word for the app where their details follow. */
export function toolsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const [first, second] = [chunks[at], chunks[at + 1]];
  const [tools, ...others] = first?.pieces.filter((piece) => !isFiller(piece)) ?? [];
  const noun = nounOf("workshop_tool");
  const several = senseOf(tools, "container")?.key === "tool" && SEVERAL_TOOLS.test(tools?.text ?? "");
  const details =
    second?.marks.includes(":") || second?.lead.includes("with") || second?.lead.includes("has");
  if (!first || !noun || !several || !details || others.length > 0) return chunks;
  const pieces = first.pieces.map(
    (piece): Piece => (piece === tools ? { ...piece, senses: [{ is: "noun", noun }] } : piece),
  );
  return chunks.with(at, { ...first, pieces });
}

/** Whether a word for an app names several things of a workshop. */
export const areTools = ({ text }: Piece): boolean => SEVERAL_TOOLS.test(text);

const SEVERAL_TOOLS = /^(tools|werkzeuge?n?|outils|herramientas)$/i;

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

/** "Leave out the tags from my todo list", "no photos, just recipes": the app comes before what it must not have. */
export function wishesFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const named = chunks.filter(({ pieces }) => pieces.length > 0);
  const wish = named.findIndex(({ negators }) => negators.length === 0);
  if (wish < 1) return chunks;
  const at = chunks.indexOf(named[wish] as Chunk);
  return [chunks[at] as Chunk, ...chunks.slice(0, at), ...chunks.slice(at + 1)];
}
