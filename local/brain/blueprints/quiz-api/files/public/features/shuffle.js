/** The same items in random order (Fisher and Yates); `random` gives numbers from 0 up to, but not, 1. */
export function shuffled(items, random = Math.random) {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}
