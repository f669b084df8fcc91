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
    description: "Seals a mission whose machine was stopped.",
    seconds: 120,
    memory: 1024,
    maxKb: 750,
    ...ARM,
    reserved: RESERVED_CONCURRENCY["execution-ended"],
  },
  sweep: {
    entry: "lambdas/events/sweep.ts",
    description: "Stops builders that exceeded the maximum age.",
    seconds: 60,
    memory: 256,
    maxKb: 500,
    ...WITH_POLICY,
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;

export type EventFunctionName = keyof typeof EVENT_FUNCTIONS;
