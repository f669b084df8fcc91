import type { Catalogue } from "#web/words/en/catalogue.ts";

type Word = string | ((...values: never[]) => unknown);

/** All words of a catalogue by their paths: `shell.logIn`. */
export function wordsIn(catalogue: Catalogue): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  const collect = (value: unknown, path: string): void => {
    if (typeof value === "string" || typeof value === "function") words.set(path, value as Word);
    else
      for (const [key, each] of Object.entries(value as object)) collect(each, path ? `${path}.${key}` : key);
  };
  collect(catalogue, "");
  return words;
}
