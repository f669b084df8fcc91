import { SETTINGS } from "../model/settings.js";

/** How much one press counts: `step`, a whole number from 1. */
export const step = {
  read: ({ step: size }) => ({ step: readStep(size) ?? SETTINGS.step }),
};

/** A step from a field, or null when it is none. */
export function readStep(text) {
  const size = Number(text);
  return Number.isInteger(size) && size >= 1 && size <= 1_000_000 ? size : null;
}
