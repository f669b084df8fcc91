import { installLayer } from "#core/steps/install.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Provides the dependency layer. */
export const handler = step(attemptInput, installLayer);
