import type { Locale } from "#core/factory/specification/specification.ts";
import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import type { Piece } from "./pieces.ts";

/** Words for a rating that name something else without a scale: a French "note" is also a note. */
const GRADES: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:score|mark|grade)s?$/iu,
  de: /^noten?$/iu,
  fr: /^notes?$/iu,
  es: /^(?:notas?|puntuación)$/iu,
};

/** Reads "a score out of 10" as a rating. */
export function graded(pieces: readonly Piece[], locale: Locale): Piece[] {
  const rating = fieldWordOf("rating");
  return pieces.map((piece, at) =>
    rating && GRADES[locale].test(piece.text) && /^(?:scale|range)$/.test(pieces[at + 1]?.figure?.is ?? "")
      ? { ...piece, senses: [{ is: "field", field: rating }] }
      : piece,
  );
}
