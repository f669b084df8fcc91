import { ledger } from "#adapters/providers/ledger.ts";
import { store } from "#adapters/providers/store.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { resumeFrom } from "#core/workflows/gates.ts";
import { gateLoop } from "#lambdas/runtime/gate-loop.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

/** Applies the decision on a gate and resumes the execution. */
export const handler = step(
  executionInput.extend({ gate: idSchema }),
  gateLoop(servicesOf(ledger, store)),
  resumeFrom,
);
