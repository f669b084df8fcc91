import { ARM, type StepRow } from "./function-row.ts";

/** The functions of the machine that runs workflows which are data. */
export const WORKFLOW_STEPS = {
  "next-step": {
    entry: "lambdas/steps/workflow/next-step.ts",
    description: "Decides what a run of a workflow does next.",
    title: "Deciding what comes next",
    seconds: 60,
    memory: 512,
    maxKb: 700,
    ...ARM,
  },
  "run-step": {
    entry: "lambdas/steps/workflow/run-step.ts",
    description: "Runs one step of a workflow.",
    title: "A step of a workflow",
    seconds: 300,
    memory: 512,
    maxKb: 800,
    ...ARM,
  },
  "seal-run": {
    entry: "lambdas/steps/workflow/seal-run.ts",
    description: "Ends a run of a workflow and seals its evidence.",
    title: "Sealing the evidence of a workflow",
    seconds: 120,
    memory: 1024,
    maxKb: 860,
    ...ARM,
  },
} as const satisfies Readonly<Record<string, StepRow>>;
