/** How many cards may be in work at once. */
export const LIMITS = { doing: 3 };

/** What a column's counter shows: "2 / 3", and whether it is over its limit. */
export function load(column, count) {
  const limit = LIMITS[column];
  if (limit === undefined) return { text: String(count), over: false };
  return { text: `${count} / ${limit}`, over: count > limit };
}
