import { API_FUNCTIONS } from "./api-functions.ts";
import { EVENT_FUNCTIONS } from "./event-functions.ts";
import { STACK_FUNCTIONS } from "./stack-functions.ts";
import { STEPS } from "./steps.ts";

/** Every function of the product. */
export const FUNCTIONS = {
  ...API_FUNCTIONS,
  ...EVENT_FUNCTIONS,
  ...STEPS,
  ...STACK_FUNCTIONS,
} as const;

export type FunctionName = keyof typeof FUNCTIONS;
