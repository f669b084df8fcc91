import { inspectBuild } from "#core/steps/inspect.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Says what the builder's record means. */
export const handler = step(buildInput, inspectBuild);
