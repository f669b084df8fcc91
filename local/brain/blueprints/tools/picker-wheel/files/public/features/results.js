const LIMIT = 30;

/** The results with one more, newest first. */
export function withResult(results, name) {
  return [name, ...results].slice(0, LIMIT);
}

/** How often each entry was picked, most often first. */
export function tally(results) {
  const counts = new Map();
  for (const name of results) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
