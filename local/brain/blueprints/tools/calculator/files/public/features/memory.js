import { add, readDecimal, subtract, toDecimal } from "../lib/exact.js";

export const MEMORY_KEYS = [
  ["MC", "{{say_memory_clear}}"],
  ["MR", "{{say_memory_recall}}"],
  ["M−", "{{say_memory_minus}}"],
  ["M+", "{{say_memory_plus}}"],
];

/** The memory after a key; `shown` is the number on the display, or "" when there is none. */
export function memoryAfter(memory, key, shown) {
  if (key === "MC") return "0";
  const [kept, value] = [readDecimal(memory), readDecimal(shown)];
  if (key === "MR" || value === null) return memory;
  return toDecimal(key === "M+" ? add(kept, value) : subtract(kept, value));
}

/** A stored memory; throws when it is no number. */
export function parseMemory(value) {
  if (typeof value !== "string" || readDecimal(value) === null) throw new TypeError("the memory must be a number");
  return value;
}
