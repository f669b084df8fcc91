import { until } from "./clock.ts";
import type { ChoiceState, FailState, PassState, SucceedState, WaitState } from "./definition.ts";
import { StateError } from "./errors.ts";
import type { Json } from "./json.ts";
import { type Exit, failure, leave, query, queryTyped, record, recorded, type Visit } from "./visit.ts";

export const pass = (visit: Visit<PassState>): Promise<Exit> =>
  leave(visit, visit.state, visit.input, visit.state.Next);

export const succeed = (visit: Visit<SucceedState>): Promise<Exit> =>
  leave(visit, visit.state, visit.input, undefined);

export async function fail(visit: Visit<FailState>): Promise<never> {
  const text = (field: "Error" | "Cause") =>
    queryTyped(visit, visit.state[field] ?? "", field, isString, "a string");
  const error = await text("Error");
  throw new StateError(error, visit.state.Cause === undefined ? undefined : await text("Cause"));
}

export async function choice(visit: Visit<ChoiceState>): Promise<Exit> {
  const { Choices, Default } = visit.state;
  for (const [i, rule] of Choices.entries()) {
    const holds = await queryTyped(visit, rule.Condition, `Choices[${i}]/Condition`, isBoolean, "a boolean");
    if (holds) return leave(visit, rule, visit.input, rule.Next);
  }
  if (Default !== undefined) return leave(visit, visit.state, visit.input, Default);
  throw failure(visit, "States.NoChoiceMatched", "No rule of the Choice matched and it has no Default.");
}

/** The end of the wait is recorded, so a restart waits only for the remaining time. */
export async function wait(visit: Visit<WaitState>): Promise<Exit> {
  let wake = recorded(visit, "until") as number | undefined;
  if (wake === undefined) {
    wake = await wakeTime(visit);
    record(visit, "until", wake);
  }
  await until(visit.run.clock, wake, visit.scope.signal);
  return leave(visit, visit.state, visit.input, visit.state.Next);
}

async function wakeTime(visit: Visit<WaitState>): Promise<number> {
  const { Seconds, Timestamp } = visit.state;
  if (Timestamp !== undefined) {
    const text = await query(visit, Timestamp, "Timestamp");
    const time = typeof text === "string" ? Date.parse(text) : Number.NaN;
    if (Number.isFinite(time)) return time;
    const message = `The field 'Timestamp' must be an ISO 8601 time, but was ${JSON.stringify(text)}.`;
    throw failure(visit, "States.QueryEvaluationError", message);
  }
  const length = await queryTyped(visit, Seconds ?? 0, "Seconds", isSeconds, "0 to 99999999 seconds");
  return visit.enteredAt + length * 1000;
}

const isString = (value: Json): value is string => typeof value === "string";
const isBoolean = (value: Json): value is boolean => typeof value === "boolean";
export const isSeconds = (value: Json): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 99_999_999;
