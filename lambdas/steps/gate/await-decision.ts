import { z } from "zod";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { awaitDecision } from "#core/governance/gate/token.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

/** Stores the task token; the task completes when the gate is decided. */
export const handler = step(
  executionInput.extend({ gate: idSchema, token: z.string().min(1).max(2048) }),
  servicesOf(store, workflows),
  awaitDecision,
);
