/** Whether every word of the query occurs in one of the texts, whatever the case. */
export function matchesQuery(texts: readonly string[], query: string): boolean {
  const text = texts.join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
