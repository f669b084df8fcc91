const LIMIT = 50;

/** The history with one calculation more, newest first; the same one twice in a row is kept once. */
export function remember(history, { text, result }) {
  const [newest] = history;
  if (newest?.text === text && newest.result === result) return history;
  return [{ text, result }, ...history].slice(0, LIMIT);
}

/** A stored history without what cannot be an entry; throws when it is no list. */
export function parseHistory(value) {
  if (!Array.isArray(value)) throw new TypeError("the history must be a list");
  return value
    .filter((entry) => typeof entry?.text === "string" && typeof entry.result === "string")
    .map(({ text, result }) => ({ text, result }))
    .slice(0, LIMIT);
}
