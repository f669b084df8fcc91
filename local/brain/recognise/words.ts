/** A word in its normalised and its original form. A separator has the `key` ",". */
export interface Word {
  readonly key: string;
  readonly text: string;
}

/** Words without meaning for the request; they are removed before phrases are compared. */
const DETERMINERS = new Set("a an the my our your me us some all these those their his her its".split(" "));

/**
 * Splits a message into normalised words: lower case, no accents, singular, no determiners; "to-do" is one
 * word.
 */
export function wordsOf(message: string): Word[] {
  const plain = withoutAccents(message)
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .replace(/\bto-dos?\b/g, "todo")
    .replace(/\bto do(?=s?\s+(list|app|manager|tracker|board|tool)s?\b)/g, "todo")
    .replace(/\b(next|node|vue|three|express)\.js\b/g, "$1js")
    .replace(/\be-mail/g, "email")
    .replace(/n't\b/g, "nt")
    .replace(/'(s|re|d|ll|m|ve)\b/g, " ");
  return [...plain.matchAll(/[a-z0-9+#]+|\p{L}+|[,.;:!?\n()]/gu)]
    .map(([text]) => ({ text, key: /^[a-z0-9+#]/.test(text) ? singular(text) : separator(text) }))
    .filter(({ key }) => !DETERMINERS.has(key));
}

/** The words of a message as the person wrote them, by their form without accents and capitals. */
export function spellingsIn(message: string): ReadonlyMap<string, string> {
  const words = message.normalize("NFC").match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  return new Map(words.map((word) => [withoutAccents(word).toLowerCase(), word.toLowerCase()]));
}

const withoutAccents = (text: string): string => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");

/** Returns the normalised words of a phrase. */
export function keysOf(phrase: string): string[] {
  return wordsOf(phrase).map(({ key }) => key);
}

function separator(text: string): string {
  return /^[,.;:!?\n()]$/.test(text) ? "," : text;
}

function singular(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}
