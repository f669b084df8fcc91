/** The states on a shortest way from one state to another along the edges of a table, both included. */
export function wayTo<E extends Readonly<Record<string, readonly string[]>>, S extends keyof E & string>(
  edges: E,
  from: S,
  to: S,
): S[] {
  const ways: S[][] = [[from]];
  for (const way of ways) {
    const last = way.at(-1) as S;
    if (last === to) return way;
    for (const next of edges[last] as readonly S[]) if (!way.includes(next)) ways.push([...way, next]);
  }
  throw new Error(`${to} cannot be reached from ${from}`);
}
