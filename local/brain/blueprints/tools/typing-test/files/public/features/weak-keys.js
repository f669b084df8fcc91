/** The keys that were missed, the most frequent first, at most six of them: "e (3), space". */
export function weakKeys(missed) {
  const counts = new Map();
  for (const key of missed) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .slice(0, 6)
    .map(([key, count]) => `${key === " " ? "{{say_space}}" : key}${count > 1 ? ` (${count})` : ""}`)
    .join(", ");
}
