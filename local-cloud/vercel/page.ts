/** Vercel's pagination: `next` is the time before which the next page starts, null at the end. */
export function page<T>(found: readonly T[], limit: number, moment: (item: T) => number) {
  const items = found.slice(0, limit);
  const [first, last] = [items.at(0), items.at(-1)];
  const pagination = {
    count: items.length,
    next: last && found.length > limit ? moment(last) : null,
    prev: first ? moment(first) : null,
  };
  return { items, pagination };
}
