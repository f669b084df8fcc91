import { stopBuild } from "#core/steps/stop-build.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Stops a builder that nobody waits for. */
export const handler = step(buildInput, stopBuild);
