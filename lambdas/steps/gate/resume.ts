import { idSchema } from "#core/kernel/ids.ts";
import { resumeFrom } from "#core/workflows/gates.ts";
import { gateLoopServices } from "#lambdas/runtime/gate-loop.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

/** Records what a decision means for what awaited it, and goes on. */
export const handler = step(executionInput.extend({ gate: idSchema }), gateLoopServices, resumeFrom);
