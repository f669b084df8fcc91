import { z } from "zod";
import { startBuild } from "#core/steps/build.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Starts an isolated builder that answers through the task token. */
export const handler = step(buildInput.extend({ token: z.string().min(1).max(2048) }), startBuild);
