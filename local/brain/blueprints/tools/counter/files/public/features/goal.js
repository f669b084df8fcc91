import { SETTINGS } from "../model/settings.js";

/** A number to count to: `goal`, or null without one. */
export const goal = {
  read: ({ goal: target = SETTINGS.goal }) => ({ goal: readGoal(target) }),
};

/** A goal from a field: a whole number from 1, or null. */
export function readGoal(text) {
  const target = Number(text);
  return text !== "" && text !== null && Number.isInteger(target) && target >= 1 && target <= 999_999_999_999 ? target : null;
}

/** What is said about the way to the goal, and the part of it that is done, from 0 to 1. */
export function progress({ count, goal: target }) {
  if (target === null) return null;
  const left = target - count;
  return { text: left > 0 ? "{{say_to_go}}".replace("%", String(left)) : "{{say_reached}}", share: Math.max(0, Math.min(1, count / target)) };
}
