import { SAME, UNIMPORTANT } from "./vocabulary.ts";

/**
 * The terms of a text: its words without those that any sentence has, without accents and endings, and with one word for
 * what four languages or several words name alike. So a question in German finds a section in English.
 */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const term = TERMS.get(word);
    if (term === undefined && OMITTED.has(word)) return [];
    return [term ?? TERMS.get(stemOf(word)) ?? stemOf(word)];
  });
}

function wordsOf(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/\b(back)(?:ed|ing)? up\b/g, "$1up")
    .replace(/[’']s\b/g, "")
    .replace(/\b(?:n|l|d|qu|j|m|t|s|c)[’'](?=\p{L})/gu, "");
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without the endings of English, the same for all forms of a word; no word to show. */
function stemOf(word: string): string {
  if (word.length <= 3) return word;
  return withoutSuffix(
    word
      .replace(/ies$/, "y")
      .replace(/(?<=x|ch|sh|ss)es$/, "")
      .replace(/(?<![sui])s$/, ""),
  );
}

function withoutSuffix(word: string): string {
  const stem = word.replace(/(?<=\p{L}{3})(?:ing|ed)$/u, "");
  const single = stem === word ? stem : stem.replace(/([bdgmnprt])\1$/, "$1");
  return single.replace(/(?<=\p{L}{2})e$/u, "");
}

const OMITTED = new Set(wordsOf(UNIMPORTANT));
const TERMS = termsByWord();

/** Each word with its term; the word itself comes before a stem that another word has as well. */
function termsByWord(): ReadonlyMap<string, string> {
  const words = SAME.flatMap(([term, same]) => [term, ...wordsOf(same)].map((word) => [word, term] as const));
  const stems = words.map(([word, term]) => [stemOf(word), term] as const);
  return new Map([...stems.toReversed(), ...words.toReversed()]);
}
