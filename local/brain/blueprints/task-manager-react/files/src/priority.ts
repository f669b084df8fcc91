export const PRIORITIES = ["high", "normal", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];

export function readPriority(value: unknown): Priority {
  return PRIORITIES.find((priority) => priority === value) ?? "normal";
}
