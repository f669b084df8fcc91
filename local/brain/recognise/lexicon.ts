import { keysOf, type Word } from "./words.ts";

/** A phrase and its meaning; `mark` is undefined for an unknown word. */
export interface Piece<M> {
  readonly mark: M | undefined;
  readonly text: string;
}

/**
 * Phrases with their meaning. The longest match is used; of equally long ones, the one that was added first.
 */
export interface Lexicon<M> {
  add(phrases: readonly string[], mark: M): void;
  read(words: readonly Word[]): Piece<M>[];
}

export function createLexicon<M>(): Lexicon<M> {
  const byFirst = new Map<string, { keys: string[]; mark: M }[]>();
  const longest = (words: readonly Word[], at: number) =>
    (byFirst.get(words[at]?.key ?? "") ?? []).find(({ keys }) =>
      keys.every((key, offset) => words[at + offset]?.key === key),
    );
  return {
    add(phrases, mark) {
      for (const phrase of phrases) {
        const keys = keysOf(phrase);
        const [first] = keys;
        if (first === undefined) continue; // The phrase consists of determiners only.
        const entries = byFirst.get(first) ?? [];
        entries.push({ keys, mark });
        byFirst.set(
          first,
          entries.sort((a, b) => b.keys.length - a.keys.length),
        );
      }
    },
    read(words) {
      const pieces: Piece<M>[] = [];
      for (let at = 0; at < words.length; ) {
        const hit = longest(words, at);
        const length = hit?.keys.length ?? 1;
        const text = words.slice(at, at + length).map((word) => word.text);
        pieces.push({ mark: hit?.mark, text: text.join(" ") });
        at += length;
      }
      return pieces;
    },
  };
}
