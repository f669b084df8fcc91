/** Characters that replace letters in order to evade filters. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
  ["@", "a"],
  ["$", "s"],
  // Cyrillic and Greek letters with the shape of a Latin one.
  ...[..."аеорсухіѕјкмтнвοαε"].map(
    (letter, index) => [letter, [..."aeopcyxisjkmthboae"][index] ?? letter] as const,
  ),
]);

/** Accents, soft hyphens, zero-width characters and controls. */
const INVISIBLE = /[\p{M}\p{Cf}]/gu;
/** Single letters with the same separator between them: "r a n s o m". */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:([ ._*|~-])\p{L}(?:\1\p{L}){2,})(?![\p{L}\p{N}])/gu;
/** "Ph.i.s.h.i.n.g": a word with marks between its letters. */
const DOTTED = /(?<!\S)\p{L}{1,3}(?:[._*|~-]\p{L}{1,2}){3,}(?!\S)/gu;
/** A capital I inside a word of small letters looks like an l. */
const CAPITAL_I = /(?<=\p{Ll})I(?=\P{Lu}|$)/gu;
const DISGUISED = /[\p{L}\p{N}@$]*\p{L}[\p{L}\p{N}@$]*/gu;

/**
 * Normalises a text for content rules: lower case, without accents and invisible characters, with letters for
 * look-alike characters inside words, without spaces between single letters, single spaces and straight apostrophes.
 */
export function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replace(INVISIBLE, "")
    .replace(DOTTED, (word) => word.replace(/[^\p{L}]/gu, ""))
    .replace(SPACED, joined)
    .replace(CAPITAL_I, "l")
    .toLowerCase()
    .replace(DISGUISED, (word) => [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join(""))
    .replace(/[’‘`]/g, "'")
    .replace(/[\s_]+/g, " ");
}

/** The word that spaced letters give, also without the first one: it may be the article in "a p a g e". */
function joined(spaced: string): string {
  const [first = "", ...rest] = spaced.replace(/[^\p{L}]/gu, "");
  return `${first}${rest.join("")} ${first} ${rest.join("")}`;
}
