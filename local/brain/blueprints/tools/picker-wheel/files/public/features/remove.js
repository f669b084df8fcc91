/** The entries with one that was removed, at its place again. */
export function withAgain(entries, { index, name }) {
  return entries.toSpliced(Math.min(index, entries.length), 0, name);
}

/** The entries without one of them; of equal ones only that one goes. */
export function without(entries, index) {
  return entries.filter((_, at) => at !== index);
}
