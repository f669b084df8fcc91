/** Boards by name: how many pairs, and how many columns. */
export const LEVELS = {
  easy: { name: "{{say_easy}}", pairs: 6, columns: 4 },
  medium: { name: "{{say_medium}}", pairs: 8, columns: 4 },
  hard: { name: "{{say_hard}}", pairs: 18, columns: 6 },
};
