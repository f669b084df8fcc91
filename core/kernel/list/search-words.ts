/** The words that a search asks for, in lower case. */
export const searchWords = (q: string): string[] => q.toLowerCase().split(/\s+/).filter(Boolean);

/** Whether each of the words occurs in one of the texts. */
export function containsEvery(words: readonly string[], texts: readonly string[]): boolean {
  const text = texts.join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}
