import { deployPreview } from "#core/steps/deploy.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Deploys the audited output as a preview. */
export const handler = step(attemptInput, deployPreview);
