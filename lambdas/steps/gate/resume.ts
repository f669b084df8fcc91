import { ledger } from "#adapters/providers/ledger.ts";
import { store } from "#adapters/providers/store.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { resumeFrom } from "#core/workflows/gates.ts";
import { gateLoop } from "#lambdas/runtime/gate-loop.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

/** Records what a decision means for what awaited it, and goes on. */
export const handler = step(
  executionInput.extend({ gate: idSchema }),
  gateLoop(servicesOf(ledger, store)),
  resumeFrom,
);
