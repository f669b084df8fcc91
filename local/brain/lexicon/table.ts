import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import type { Term, Text, Words } from "./types.ts";

/**
 * Splits a table into its rows and cells: one row a line, cells separated by `|`.
 *
 * @throws Error for a row that does not have `width` cells.
 */
export function rowsOf(table: string, width: number): string[][] {
  return table
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      if (cells.length !== width)
        throw new Error(`${cells.length} cells instead of ${width}: ${line.trim()}`);
      return cells;
    });
}

/** The words of four cells, one a language, separated by commas; `expand` gives the forms of a word. */
export function wordsFrom(
  cells: readonly string[],
  expand: (word: string, locale: Locale) => string[] = (word) => [word],
): Words {
  const words = byLocale(cells, (cell, locale) =>
    cell.split(/\s*,\s*/).flatMap((word) => expand(word, locale)),
  );
  return words as unknown as Words;
}

/** The text of four cells, one a language. */
export function textFrom(cells: readonly string[]): Text {
  return byLocale(cells, (cell) => cell) as unknown as Text;
}

/** Reads a table of terms: `key | en | de | fr | es`. */
export function terms(table: string): Term[] {
  return rowsOf(table, 5).map(([key = "", ...cells]) => ({ key, words: wordsFrom(cells) }));
}

function byLocale<T>(cells: readonly string[], read: (cell: string, locale: Locale) => T): Record<string, T> {
  return Object.fromEntries(LOCALES.map((locale, index) => [locale, read(cells[index] ?? "", locale)]));
}

/** The name and the arguments of `name(a,b)`. */
export function callOf(token: string): { name: string; args: string[] } {
  const { name = token, args = "" } = /^(?<name>\w+)(\((?<args>[^)]*)\))?$/.exec(token)?.groups ?? {};
  return { name, args: args === "" ? [] : args.split(",") };
}
