const MOST = 200;

/**
 * The changes of a drawing, for undo and redo. A change is the lines it added and removed, so that undoing one leaves alone
 * what another tab has drawn since.
 */
export function createHistory() {
  let done = [];
  let undone = [];
  return {
    /** Keeps a change; what was undone before cannot be redone any more. */
    keep(before, after) {
      done = [...done, { added: without(after, before), removed: without(before, after) }].slice(-MOST);
      undone = [];
    },
    /** The drawing without its last change, or undefined. */
    back(present) {
      const change = done.at(-1);
      if (change === undefined) return undefined;
      done = done.slice(0, -1);
      undone = [...undone, change];
      return [...without(present, change.added), ...without(change.removed, present)];
    },
    /** The drawing with the change that was undone last, or undefined. */
    forth(present) {
      const change = undone.at(-1);
      if (change === undefined) return undefined;
      undone = undone.slice(0, -1);
      done = [...done, change];
      return [...without(present, change.removed), ...without(change.added, present)];
    },
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
  };
}

/** The lines that are not among others. */
function without(lines, others) {
  const ids = new Set(others.map(({ id }) => id));
  return lines.filter(({ id }) => !ids.has(id));
}
