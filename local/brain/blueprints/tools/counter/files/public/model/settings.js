const [lowest, highest] = "{{range}}".split(" ").map(Number);

/** What a new counter is: where it starts, the numbers that it keeps to, how much one press counts, and its goal. */
export const SETTINGS = {
  start: Number("{{start}}"),
  lowest,
  highest,
  step: Number("{{step_size}}"),
  goal: "{{goal_at}}",
};
