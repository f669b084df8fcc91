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
const DISGUISED = /[\p{L}\p{N}@$]*\p{L}[\p{L}\p{N}@$]*/gu;

/**
 * Normalises a text for content rules: lower case, without accents and invisible characters, with letters for
 * look-alike characters inside words, single spaces and straight apostrophes.
 */
export function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replace(DISGUISED, (word) => [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join(""))
    .replace(/[’‘`]/g, "'")
    .replace(/[\s_]+/g, " ");
}
