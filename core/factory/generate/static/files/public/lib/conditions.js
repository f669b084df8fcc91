import { dayOf as dayOfDate } from "./moments.js";

// The comparisons of conditions. One with a value that is not there does not hold, except `isEqual` to nothing.
export const isLess = comparing((order) => order < 0);
export const isAtMost = comparing((order) => order <= 0);
export const isMore = comparing((order) => order > 0);
export const isAtLeast = comparing((order) => order >= 0);

/** Whether a value is another, or a list contains it. */
export function isEqual(one, other) {
  return Array.isArray(one) ? one.includes(other) : (one ?? null) === (other ?? null);
}

/** The day of a date, or of a moment on this device; null for none. */
export function dayOf(value) {
  if (typeof value !== "string" || value === "") return null;
  return value.length > 10 ? dayOfDate(new Date(value)) : value;
}

function comparing(holds) {
  return (one, other) => {
    const missing = [one, other].some((value) => value === null || value === undefined || value === "");
    return !missing && holds(one < other ? -1 : one > other ? 1 : 0);
  };
}
