/** Makes the browser of a test say whether media queries match: `set(query, matches)` tells its listeners. */
export function createMedia() {
  const queries = new Map();
  const queryOf = (query) => {
    if (!queries.has(query)) queries.set(query, { matches: false, listeners: [], addEventListener: (_type, listener) => queries.get(query).listeners.push(listener) });
    return queries.get(query);
  };
  globalThis.matchMedia = queryOf;
  return {
    set(query, matches) {
      const found = queryOf(query);
      found.matches = matches;
      for (const listener of found.listeners) listener({ matches });
    },
  };
}
