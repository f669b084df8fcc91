/** A least-recently-used cache: creates a value per key and keeps at most `limit` of them. */
export function recent<T>(limit: number, make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, { readonly value: T }>();
  return (key) => {
    const entry = kept.get(key) ?? { value: make(key) };
    // A map keeps insertion order, so the least recently used key comes first.
    kept.delete(key);
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return entry.value;
  };
}
