import { createStore } from "./store.js";

/**
 * The best result so far, kept in the browser. Without `lower`, more is better. `offer` keeps a result that is better and
 * tells whether it was.
 */
export function createBest({ key, lower = false, storage }) {
  const better = (one, other) => (other === null || (one !== null && (lower ? one <= other : one >= other)) ? one : other);
  const store = createStore({
    key,
    version: 1,
    parse: (value) => {
      if (!Number.isFinite(value) || value < 0) throw new TypeError("no result");
      return value;
    },
    empty: () => null,
    merge: (_, mine, theirs) => better(mine, theirs),
    storage,
  });
  return {
    get: store.get,
    subscribe: store.subscribe,
    offer(result) {
      const best = store.get();
      if (best !== null && better(best, result) === best) return false;
      store.set(result);
      return true;
    },
  };
}
