/**
 * State with listeners, kept in a web storage when one is given. What is stored carries a version; anything
 * unreadable, of another version or refused by `parse` (it throws) is replaced by `empty()`, never half-used.
 */
export function createStore({ key, version, parse, empty, storage }) {
  const listeners = new Set();
  let state = load();

  function load() {
    if (!storage) return empty();
    try {
      const stored = JSON.parse(storage.getItem(key));
      return stored?.version === version ? parse(stored.value) : empty();
    } catch {
      return empty();
    }
  }

  function save() {
    try {
      storage?.setItem(key, JSON.stringify({ version, value: state }));
      return true;
    } catch {
      return false; // Full or forbidden storage: the app goes on in memory.
    }
  }

  return {
    get: () => state,
    /** Sets the next state, tells every listener, and says whether it could be kept. */
    set(next) {
      state = next;
      const kept = save();
      for (const listener of listeners) listener(state);
      return kept;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
