import type { Json, JsonObject } from "./json.ts";
import { clockFunctions, fill } from "./jsonata.ts";

/** A template of the state machine's definition, with the variables of its expressions. */
export interface Evaluation {
  readonly template: Json;
  /** The path that AWS puts into the cause of States.QueryEvaluationError. */
  readonly field: string;
  /** `states` and the variables, by name. */
  readonly variables: JsonObject;
  /** What $millis and $now return, epoch milliseconds. */
  readonly now: number;
}

/** Returns the template with each expression replaced by its value; rejects with a QueryError. */
export type Evaluate = (evaluation: Evaluation) => Promise<Json>;

/** Evaluates in this thread without limits: an endless expression would block the process. */
export const evaluateHere: Evaluate = ({ template, field, variables, now }) =>
  fill(template, { ...variables, ...clockFunctions(() => now) }, field);
