import type { Locale } from "#core/factory/specification/specification.ts";
import type { Noun } from "#local/brain/lexicon/types.ts";
import type { Piece } from "./pieces.ts";

/** Whether a piece names several records of a kind: "kids", not "kid". */
export function isPlural({ text }: Piece, { words }: Noun, locale: Locale): boolean {
  return words[locale].some((word, at) => at % 2 === 1 && word.toLowerCase() === text.toLowerCase());
}

/** Whether a piece can name one record of a kind; German has nouns with one form for one and several. */
export function isSingular({ text }: Piece, { words }: Noun, locale: Locale): boolean {
  return words[locale].some((word, at) => at % 2 === 0 && word.toLowerCase() === text.toLowerCase());
}
