import { promote } from "#core/steps/deploy.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Makes the verified preview the live app. */
export const handler = step(missionInput, promote);
