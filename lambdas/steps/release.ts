import { releaseSlot } from "#core/steps/seal.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Frees the slot of a mission that could not be sealed. */
export const handler = step(missionInput, releaseSlot);
