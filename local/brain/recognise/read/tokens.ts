import { keysOf } from "#local/brain/recognise/words.ts";

/** A word, number or punctuation mark of a message. */
export interface Token {
  readonly text: string;
  /** The normalised form; the text itself for a number or a mark. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "mark";
  /** Whether phrases are compared without it: an English determiner. */
  readonly skipped: boolean;
}

/** Elided articles ("l'idée") are words of their own, contractions ("don't"), "to-do" and "Vue.js" are one word. */
const TOKEN =
  /to[- ]?dos?(?=\s+(?:list|app|manager|tracker|board|tool)s?\b)|\bto-dos?\b|\be-?mails?\b|(?<!\S)w(?:\/o?)?(?=\s)|(?<!\S)w\/(?=\p{L}{3})|\p{L}+n['’]t\b|['’](?:s|re|d|ll|m|ve)\b|(?:qu|[ldjnsmtc])['’](?=\p{L})|\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\d+#]*(?:\.js\b)?|\n|[^\s]/giu;

/** Abbreviations of function words. */
const SHORT: Readonly<Record<string, string>> = { w: "with", "w/": "with", "w/o": "without" };

/** Splits a message into tokens with their places. */
export function tokensOf(message: string): Token[] {
  return [...message.matchAll(TOKEN)].map(({ 0: text, index }) => {
    const place = { text: isPause(message, index) ? ":" : text, start: index, end: index + text.length };
    if (/^\d/.test(text)) return { ...place, key: text.replace(",", "."), kind: "number", skipped: false };
    if (!/^\p{L}/u.test(text))
      return { ...place, key: place.text, kind: "mark", skipped: /^['’]/.test(text) };
    if (SHORT[text.toLowerCase()])
      return { ...place, key: SHORT[text.toLowerCase()] ?? text, kind: "word", skipped: false };
    const bare = text.replace(/(^(?:qu|[ldjnsmtc]))['’]$/i, "$1");
    const [key] = keysOf(/^to[- ]?do/i.test(text) ? "todo" : bare);
    return { ...place, key: key ?? bare.toLowerCase(), kind: "word", skipped: key === undefined };
  });
}

/** "Baby tracker - feeds, sleep": a dash between spaces opens a list, as a colon does. */
function isPause(message: string, at: number): boolean {
  return /^\p{L} [-–—] \p{L}/u.test(message.slice(at - 2, at + 3));
}
