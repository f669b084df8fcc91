import type { Locale } from "#core/factory/specification/specification.ts";
import type { Chunk } from "./chunk.ts";
import { senseOf } from "./pieces.ts";
import { isSingular } from "./plural.ts";

/** Whether a chunk consists of names of details alone. */
export function namesOnlyDetails({ pieces }: Chunk): boolean {
  return pieces.length > 0 && pieces.every((piece) => senseOf(piece, "field") && !senseOf(piece, "noun"));
}

/** "Zorbles with a color and a size": who lists details of something asks for an app that keeps it, whatever it is. */
export function listsDetails(chunks: readonly Chunk[], locale: Locale): boolean {
  const head = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const list = chunks.slice(head + 1);
  const opens =
    list[0]?.lead.includes("with") || list[0]?.lead.includes("has") || list[0]?.marks.includes(":");
  const fields = list.filter(
    ({ pieces }) => pieces.length > 0 && pieces.every((piece) => senseOf(piece, "field")),
  );
  const named = list.filter(({ pieces }) => pieces.length > 0);
  const isOfDetails = named.every(({ pieces }) =>
    pieces.every((piece) => {
      const noun = senseOf(piece, "noun")?.noun;
      return !noun || isSingular(piece, noun, locale);
    }),
  );
  const isLong = list[0]?.marks.includes(":") && named.length > 2 && isOfDetails;
  return Boolean(opens) && fields.length >= (isLong ? 1 : 2);
}

/** "Each kiln has several firings", "kilns with several firings": records that have others. */
export function givesSeveral(chunks: readonly Chunk[]): boolean {
  const head = chunks.findIndex(({ pieces }) => pieces.length > 0);
  const lead = chunks[head + 1]?.lead ?? [];
  return lead.includes("several") && (lead.includes("has") || lead.includes("with"));
}

/**
 * Whether the list that begins here contains plain details, not only kinds of records: "loans: tool, borrower, deposit",
 * "my wines. Vintage, region, grape".
 */
export function spellsOut(chunks: readonly Chunk[]): boolean {
  const end = chunks.findIndex(({ marks }, at) => at > 0 && marks.some((mark) => mark !== ","));
  const list = chunks.slice(0, end < 0 ? chunks.length : end).filter(({ pieces }) => pieces.length > 0);
  const details = list.filter(namesOnlyDetails).length;
  if (chunks[0]?.marks.some((mark) => mark === ":" || mark === "(")) return details > 0;
  return details > 1 && list.length > 2 && list.slice(1, -1).every(({ marks }) => marks.includes(","));
}

/** The chunks of the list that begins here: up to the next mark that is no comma. */
function listFrom(chunks: readonly Chunk[]): readonly Chunk[] {
  const end = chunks.findIndex(({ marks }, at) => at > 0 && marks.some((mark) => mark !== ","));
  return chunks.slice(0, end < 0 ? chunks.length : end).filter(({ pieces }) => pieces.length > 0);
}

/** Whether the list that begins here contains the name of a detail, or describes one: "with vintage, region". */
export function containsDetails(chunks: readonly Chunk[]): boolean {
  return listFrom(chunks).some(
    (chunk) =>
      chunk.negators.length === 0 &&
      (namesOnlyDetails(chunk) ||
        chunk.pieces.some(({ figure }) => figure?.is === "clause" || figure?.is === "yes_no")),
  );
}

/** "My stamps, country, year": whether the list right after the records consists of their details. */
export function listsItsDetails(chunks: readonly Chunk[], locale: Locale): boolean {
  const list = listFrom(chunks);
  const isOne = (chunk: Chunk) =>
    chunk.negators.length === 0 &&
    chunk.pieces.every((piece) => {
      const noun = senseOf(piece, "noun")?.noun;
      return !noun || senseOf(piece, "field") || isSingular(piece, noun, locale);
    });
  return list.length > 1 && list.some(namesOnlyDetails) && list.every(isOne);
}

/** Whether a chunk goes on with a list. */
export function isListed(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && (chunk.marks.includes(",") || chunk.lead.includes("and"));
}
