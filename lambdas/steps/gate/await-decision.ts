import { z } from "zod";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { awaitDecision } from "#core/governance/gate/token.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

/** Keeps the task token that the decision on a gate answers. */
export const handler = step(
  executionInput.extend({ gate: idSchema, token: z.string().min(1).max(2048) }),
  servicesOf(store, workflows),
  awaitDecision,
);
