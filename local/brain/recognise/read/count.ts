import type { Locale } from "#core/factory/specification/specification.ts";
import type { Chunk } from "./chunk.ts";
import { addDetail } from "./details.ts";
import type { DraftEntity } from "./draft.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { met, type State, settle } from "./state.ts";

const HOW = /^(how|wie|combien|cuánt[oa]s?|cuant[oa]s?)$/i;
const NUMBER_OF: Readonly<Record<Locale, string>> = {
  en: "Number of",
  de: "Anzahl",
  fr: "Nombre de",
  es: "Número de",
};

/** "How many players": a number of the record, not records of their own; false if the chunk asks for no number. */
export function readCount(state: State, { before, pieces }: Chunk, entity: DraftEntity): boolean {
  const words = pieces.filter((piece) => !hasRole(piece, "of", "several"));
  const named = words.find((piece) => senseOf(piece, "noun") ?? senseOf(piece, "field"));
  if (!named || words.length > 1 || !before.some(({ text }) => HOW.test(text))) return false;
  const there = entity.fields.filter(({ field }) => counts(field.name, named) && NUMBERS.has(field.type));
  const fields =
    there.length > 0
      ? there
      : [addDetail(state.draft, entity, `${NUMBER_OF[state.draft.locale]} ${named.text}`)];
  settle(state, pieces, met(`entities.${entity.id}.${fields[0]?.field.id}`));
  return true;
}

const NUMBERS = new Set(["integer", "decimal"]);

function counts(name: string, { text }: Piece): boolean {
  return name.toLowerCase().includes(text.toLowerCase());
}
