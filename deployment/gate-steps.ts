import { ARM, type StepRow } from "./function-row.ts";

/** The functions of the gate loop, which is the same four states in every machine. */
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
    description: "Keeps the task token that a decision answers.",
    title: "Waiting for a decision",
    seconds: 30,
    memory: 256,
    maxKb: 620,
    ...ARM,
  },
  "gate-timer": {
    entry: "lambdas/steps/gate/gate-timer.ts",
    description: "Escalates a gate, or rejects when its time is over.",
    title: "The time limit of a decision",
    seconds: 30,
    memory: 256,
    maxKb: 700,
    ...ARM,
  },
  resume: {
    entry: "lambdas/steps/gate/resume.ts",
    description: "Goes on with a decision.",
    title: "Going on after a decision",
    seconds: 30,
    memory: 512,
    maxKb: 760,
    ...ARM,
  },
} as const satisfies Readonly<Record<string, StepRow>>;
