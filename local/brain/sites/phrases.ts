import { type Token, tokensOf } from "#local/brain/recognise/read/tokens.ts";

/** A phrase found in a message: its meaning, and the tokens `from` to before `to`. */
export interface Found<T> {
  readonly is: T;
  readonly from: number;
  readonly to: number;
}

/** Phrases with their meanings; the longest that fits counts. */
export class Phrases<T> {
  readonly #meanings = new Map<string, T>();
  #longest = 1;

  /** Adds phrases; the meaning that was added first stays. */
  add(phrases: readonly string[], is: T): this {
    for (const phrase of phrases) {
      const words = tokensOf(phrase).map(wordOf);
      const key = words.join(" ");
      if (key !== "" && !this.#meanings.has(key)) this.#meanings.set(key, is);
      this.#longest = Math.max(this.#longest, words.length);
    }
    return this;
  }

  /** All phrases of a message, which do not overlap, from left to right. */
  find(tokens: readonly Token[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let from = 0; from < tokens.length; ) {
      const match = this.#at(tokens, from);
      if (match) found.push(match);
      from = match?.to ?? from + 1;
    }
    return found;
  }

  /** The meaning of one word. */
  of(word: string): T | undefined {
    return this.#meanings.get(word.toLowerCase());
  }

  #at(tokens: readonly Token[], from: number): Found<T> | undefined {
    for (let to = Math.min(tokens.length, from + this.#longest); to > from; to -= 1) {
      const key = tokens.slice(from, to).map(wordOf).join(" ");
      // Plural forms: "bakeries" stands in the lists, "hotels", "Terminen" and "Floristen" need not.
      const is = [key, key.replace(/[sn]$/, ""), key.replace(/en$/, "")]
        .map((form) => this.#meanings.get(form))
        .find((meaning) => meaning !== undefined);
      if (is !== undefined) return { is, from, to };
    }
    return undefined;
  }
}

const wordOf = ({ text }: Token): string => text.toLowerCase().replaceAll("’", "'");
