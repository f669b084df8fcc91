import { checkDraft } from "#core/steps/check.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** The policy gate over the draft. */
export const handler = step(missionInput, checkDraft);
