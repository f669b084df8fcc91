import { GATE_STEPS } from "./gate-steps.ts";
import { MISSION_STEPS } from "./mission-steps.ts";
import { WORKFLOW_STEPS } from "./workflow-steps.ts";

/** Every function that a state machine calls. */
export const STEPS = { ...MISSION_STEPS, ...WORKFLOW_STEPS, ...GATE_STEPS } as const;

export type StepName = keyof typeof STEPS;
