import type { Locale } from "#core/factory/specification/specification.ts";
import type { Chunk } from "./chunk.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { isPlural, isSingular } from "./plural.ts";

/** Whether a chunk consists of names of details alone. */
export function namesOnlyDetails({ pieces }: Chunk): boolean {
  return pieces.length > 0 && pieces.every((piece) => senseOf(piece, "field") && !senseOf(piece, "noun"));
}

/** "Zorbles with a color and a size": who lists details of something asks for an app that keeps it, whatever it is. */
export function listsDetails(chunks: readonly Chunk[], locale: Locale): boolean {
  const head = chunks.findIndex(({ pieces }) => pieces.length > 0);
  // "Swim times for the kids in our club: distance, time": whom it is for does not end the phrase.
  const after = chunks.slice(head + 1);
  const list = after.slice(after.findIndex(({ lead, marks }) => !isForWhom(lead, marks)));
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
  const unknown = named.filter(({ pieces }) => pieces.some(({ senses }) => senses.length === 0));
  if (list[0]?.marks.includes(":") && isOfDetails && fields.length + unknown.length > 1) return true;
  const isLong = list[0]?.marks.includes(":") && named.length > 2 && isOfDetails;
  return Boolean(opens) && fields.length >= (isLong ? 1 : 2);
}

function isForWhom(lead: Chunk["lead"], marks: Chunk["marks"]): boolean {
  return marks.length === 0 && lead.length > 0 && lead.every((role) => role === "for" || role === "in");
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
export function spellsOut(chunks: readonly Chunk[], locale: Locale): boolean {
  const list = listFrom(chunks);
  const details = list.filter(namesOnlyDetails).length;
  if (chunks[0]?.marks.some((mark) => mark === ":" || mark === "("))
    return details > 0 || isOfSingleThings(list, locale);
  return details > 1 && list.length > 2 && list.slice(1, -1).every(({ marks }) => marks.includes(","));
}

/** "Lending: bench, tap, customer": single things beside others that the lexicon does not know. */
function isOfSingleThings(list: readonly Chunk[], locale: Locale): boolean {
  const nouns = list.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      const noun = senseOf(piece, "noun")?.noun;
      return noun ? [isSingular(piece, noun, locale)] : [];
    }),
  );
  const isUnknown = ({ pieces }: Chunk) => pieces.some(({ senses }) => senses.length === 0);
  return list.length > 2 && nouns.length > 0 && nouns.every(Boolean) && list.some(isUnknown);
}

/** The chunks of the list that begins here: up to the next mark that is no comma. */
function listFrom(chunks: readonly Chunk[]): readonly Chunk[] {
  const end = chunks.findIndex(({ marks }, at) => at > 0 && marks.some((mark) => mark !== ","));
  return chunks.slice(0, end < 0 ? chunks.length : end).filter(({ pieces }) => pieces.length > 0);
}

/** Whether the list that begins here contains the name of a detail, or describes one: "with vintage, region". */
export function containsDetails(chunks: readonly Chunk[], loosely = true): boolean {
  return listFrom(chunks).some(
    (chunk) =>
      chunk.negators.length === 0 &&
      (namesDetail(chunk, loosely) ||
        chunk.pieces.some(({ figure }) => figure?.is === "clause" || figure?.is === "yes_no")),
  );
}

/** "Rating /5", "milk temperature": whether a detail is among the words, and nothing that is only a kind of record. */
const namesDetail = ({ pieces }: Chunk, loosely: boolean) =>
  pieces.some((piece) => senseOf(piece, "field")) &&
  !pieces.some(
    (piece) =>
      (senseOf(piece, "noun") && !(loosely && senseOf(piece, "field"))) || senseOf(piece, "behaviour"),
  );

/** "My stamps, country, year": whether the list right after the records consists of their details. */
export function listsItsDetails(chunks: readonly Chunk[], locale: Locale, several: boolean): boolean {
  const list = listFrom(chunks);
  const isOne = (chunk: Chunk) =>
    chunk.negators.length > 0 ||
    chunk.pieces.every((piece) => {
      const noun = senseOf(piece, "noun")?.noun;
      return !noun || senseOf(piece, "field") || isSingular(piece, noun, locale);
    });
  // "My trips, route, hotel": of several records, single things are details.
  const isThing = ({ pieces, before }: Chunk) => {
    const noun = senseOf(pieces[0], "noun")?.noun;
    const named = noun !== undefined && pieces.length === 1 && before.every(({ text }) => !ONE.test(text));
    return named && !isPlural(pieces[0] as Piece, noun, locale);
  };
  const wanted = list.filter(({ negators }) => negators.length === 0);
  const things = several && wanted.length > 1 && wanted.filter(isThing).length * 2 > wanted.length;
  return list.length > 1 && list.every(isOne) && (containsDetails(chunks, false) || things);
}

const ONE = /^(an?|eine?n?|une?|una)$/i;

/** Whether a chunk goes on with a list. */
export function isListed(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && (chunk.marks.includes(",") || chunk.lead.includes("and"));
}
