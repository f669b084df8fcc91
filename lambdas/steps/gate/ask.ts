import { z } from "zod";
import { idSchema } from "#core/kernel/ids.ts";
import { askFor } from "#core/workflows/gates.ts";
import { gateLoopServices } from "#lambdas/runtime/gate-loop.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

const awaits = z.union([
  z.object({ directive: idSchema }),
  z.object({ step: z.string().min(1).max(32), undo: z.boolean() }),
]);

/** Opens the gate for what an execution awaits a decision on. */
export const handler = step(executionInput.extend({ awaits }), gateLoopServices, askFor);
