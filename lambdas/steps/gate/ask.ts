import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { askFor } from "#core/workflows/gates.ts";
import { gateLoop } from "#lambdas/runtime/gate-loop.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

const awaits = z.union([
  z.object({ directive: idSchema }),
  z.object({ step: z.string().min(1).max(32), undo: z.boolean() }),
]);

/** Opens the gate at which an execution waits. */
export const handler = step(
  executionInput.extend({ awaits }),
  gateLoop(servicesOf(ledger, store, artifacts, policies)),
  askFor,
);
