const LIMIT = 100;

/** Steps that can be undone: `keep` a state before it changes, `back` gives the last one kept, or undefined. */
export function createUndo() {
  const states = [];
  return {
    keep(state) {
      states.push(state);
      if (states.length > LIMIT) states.shift();
    },
    back: () => states.pop(),
    get size() {
      return states.length;
    },
  };
}
