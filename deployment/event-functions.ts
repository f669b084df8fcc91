import { RESERVED_CONCURRENCY } from "#core/operations/installation.ts";
import { ARM, type FunctionRow, WITH_POLICY } from "./function-row.ts";

/** Functions called by events of AWS services and by schedules, as listed in rules.ts. */
export const EVENT_FUNCTIONS = {
  "object-created": {
    entry: "lambdas/events/object-created.ts",
    description: "Resumes a mission when its builder has written a result.",
    seconds: 60,
    memory: 256,
    maxKb: 700,
    ...ARM,
  },
  "task-stopped": {
    entry: "lambdas/events/task-stopped.ts",
    description: "Resumes a mission when its builder has ended.",
    seconds: 60,
    memory: 256,
    maxKb: 700,
    ...ARM,
  },
  "execution-ended": {
    entry: "lambdas/events/execution-ended.ts",
    description: "Seals what has ended without its machine.",
    seconds: 120,
    memory: 1024,
    maxKb: 750,
    ...ARM,
    reserved: RESERVED_CONCURRENCY["execution-ended"],
  },
  sweep: {
    entry: "lambdas/events/sweep.ts",
    description: "Stops builders that exceeded the maximum age, and finds runs that are not sealed.",
    seconds: 60,
    memory: 256,
    maxKb: 650,
    ...WITH_POLICY,
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;

/** The function that has runs of machine `inline` sealed: it holds the rights to sign and to seal already. */
export const SEALING_FUNCTION = "execution-ended" satisfies keyof typeof EVENT_FUNCTIONS;

export type EventFunctionName = keyof typeof EVENT_FUNCTIONS;
