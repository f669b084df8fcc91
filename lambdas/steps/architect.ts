import { draftApp } from "#core/steps/architect.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Drafts the app. */
export const handler = step(missionInput, draftApp);
