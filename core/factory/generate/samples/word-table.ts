import type { Locale } from "#core/factory/specification/specification.ts";

/** Examples by the words that name a kind of record or a field. */
export type WordTable = Readonly<Record<Locale, ReadonlyMap<string, readonly string[]>>>;

/**
 * Reads a table of pairs of lines: the words in English, German, French and Spanish, then their examples. `|` stands
 * between languages, `;` between items; examples that are the same in all languages are written once.
 */
export function wordTable(text: string): WordTable {
  const lines = text.trim().split("\n");
  const pairs = Array.from({ length: lines.length / 2 }, (_, index) => [
    cellsOf(lines[2 * index] ?? ""),
    cellsOf(lines[2 * index + 1] ?? ""),
  ]);
  const mapOf = (at: number) =>
    new Map(
      pairs.flatMap(([words = [], examples = []]) =>
        (words[at] ?? []).map((word) => [word.toLowerCase(), examples[at] ?? examples[0] ?? []] as const),
      ),
    );
  return { en: mapOf(0), de: mapOf(1), fr: mapOf(2), es: mapOf(3) };
}

const cellsOf = (line: string): string[][] =>
  line.split("|").map((cell) =>
    cell
      .split(";")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  );

/** Words as short as this end other words by chance: "Art" in "Startart". */
const SHORTEST_END = 4;

/**
 * The examples for a name: of the whole name, of its main word, which is the last in English and the first in French and
 * Spanish, or of the end of a German compound.
 */
export function examplesFor(table: WordTable, name: string, locale: Locale): readonly string[] | undefined {
  const whole = name.toLowerCase();
  const words = whole.split(/[\s’'-]+/u);
  const main = (locale === "en" || locale === "de" ? words.at(-1) : words[0]) ?? whole;
  const map = table[locale];
  const known = map.get(whole) ?? map.get(main);
  if (known || locale !== "de") return known;
  const end = [...map.keys()]
    .filter((word) => word.length >= SHORTEST_END && main.endsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  return end === undefined ? undefined : map.get(end);
}
