/** Lets a note be pinned (`pinned`), so that it stays on top. */
export const pins = {
  read: ({ pinned }) => ({ pinned: pinned === true }),
  badges: (note) => (note.pinned ? [{ text: "Pinned", tone: "warn" }] : []),
  compare: (a, b) => Number(b.pinned) - Number(a.pinned),
};
