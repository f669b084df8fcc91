import { reviewApp } from "#core/steps/review.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** The critic's second look. */
export const handler = step(attemptInput, reviewApp);
