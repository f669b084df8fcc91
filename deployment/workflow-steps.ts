import { ARM, SKILLS_FOLDER, type StepRow } from "./function-row.ts";

/** The functions of the machine that interprets workflows that are data. */
export const WORKFLOW_STEPS = {
  "next-step": {
    entry: "lambdas/steps/workflow/next-step.ts",
    description: "Determines the next steps of a workflow run.",
    title: "Determining the next steps",
    seconds: 60,
    memory: 512,
    maxKb: 700,
    ...ARM,
  },
  "run-step": {
    entry: "lambdas/steps/workflow/run-step.ts",
    description: "Runs one step of a workflow.",
    title: "A workflow step",
    seconds: 300,
    memory: 512,
    maxKb: 800,
    ...ARM,
    files: [SKILLS_FOLDER],
  },
  "seal-run": {
    entry: "lambdas/steps/workflow/seal-run.ts",
    description: "Ends a workflow run and seals its evidence.",
    title: "Sealing the evidence of a workflow",
    seconds: 120,
    memory: 1024,
    maxKb: 860,
    ...ARM,
  },
} as const satisfies Readonly<Record<string, StepRow>>;
