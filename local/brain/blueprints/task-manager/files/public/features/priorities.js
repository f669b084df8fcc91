const ORDER = ["high", "normal", "low"];
const BADGES = {
  high: [{ text: "High priority", tone: "warn" }],
  normal: [],
  low: [{ text: "Low priority" }],
};

/** Gives a task a priority (high, normal or low), shows it, and puts important tasks first. */
export const priorities = {
  read: ({ priority }) => ({ priority: ORDER.includes(priority) ? priority : "normal" }),
  toForm: ({ priority }) => ({ priority }),
  badges: (task) => BADGES[task.priority],
  compare: (a, b) => ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority),
};
