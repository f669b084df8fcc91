import { ARM, type StepRow } from "./function-row.ts";

/** The functions of the gate loop, which has the same four states in every machine. */
export const GATE_STEPS = {
  ask: {
    entry: "lambdas/steps/gate/ask.ts",
    description: "Opens a gate.",
    title: "Asking for a decision",
    seconds: 30,
    memory: 512,
    maxKb: 800,
    ...ARM,
  },
  "await-decision": {
    entry: "lambdas/steps/gate/await-decision.ts",
    description: "Stores the task token that a decision completes.",
    title: "Waiting for a decision",
    seconds: 30,
    memory: 256,
    maxKb: 620,
    ...ARM,
  },
  "gate-timer": {
    entry: "lambdas/steps/gate/gate-timer.ts",
    description: "Escalates a gate, or rejects when its time limit is reached.",
    title: "The time limit of a decision",
    seconds: 30,
    memory: 256,
    maxKb: 700,
    ...ARM,
  },
  resume: {
    entry: "lambdas/steps/gate/resume.ts",
    description: "Continues the execution after a decision.",
    title: "Continuing after a decision",
    seconds: 30,
    memory: 512,
    maxKb: 760,
    ...ARM,
  },
} as const satisfies Readonly<Record<string, StepRow>>;
