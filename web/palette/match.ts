/** Lower case without accents: `Réglages` is found by `reglages`. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * The entries that contain every word of the query, in any order; those whose title begins with the query come first,
 * then those with a word that does. All entries, in their order, for an empty query.
 */
export function matching<T>(
  entries: readonly T[],
  query: string,
  textOf: (entry: T) => string,
): readonly T[] {
  const wanted = plain(query).trim();
  const words = wanted.split(/\s+/);
  const rank = (text: string) => (text.startsWith(wanted) ? 0 : text.includes(` ${wanted}`) ? 1 : 2);
  return entries
    .map((entry) => ({ entry, text: plain(textOf(entry)) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .toSorted((one, other) => rank(one.text) - rank(other.text))
    .map(({ entry }) => entry);
}
