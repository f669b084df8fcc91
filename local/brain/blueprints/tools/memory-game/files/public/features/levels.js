/** Boards by name: how many pairs, and how many columns. */
export const LEVELS = {
  easy: { name: "Easy, 6 pairs", pairs: 6, columns: 4 },
  medium: { name: "Medium, 8 pairs", pairs: 8, columns: 4 },
  hard: { name: "Hard, 18 pairs", pairs: 18, columns: 6 },
};
