import { verifyPreview } from "#core/steps/verify.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Runs the acceptance steps on the preview. */
export const handler = step(attemptInput, verifyPreview);
