const MOST = 200;

/** The drawings before and after the present one, for undo and redo. */
export function createHistory() {
  let before = [];
  let after = [];
  return {
    /** Keeps a drawing that a change replaces; what was undone before cannot be redone any more. */
    keep(drawing) {
      before = [...before, drawing].slice(-MOST);
      after = [];
    },
    /** The drawing before the present one, or undefined. */
    back(present) {
      if (before.length === 0) return undefined;
      after = [...after, present];
      const drawing = before.at(-1);
      before = before.slice(0, -1);
      return drawing;
    },
    /** The drawing that was undone last, or undefined. */
    forth(present) {
      if (after.length === 0) return undefined;
      before = [...before, present];
      const drawing = after.at(-1);
      after = after.slice(0, -1);
      return drawing;
    },
    get canUndo() {
      return before.length > 0;
    },
    get canRedo() {
      return after.length > 0;
    },
  };
}
