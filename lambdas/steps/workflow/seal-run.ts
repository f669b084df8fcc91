import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { signer } from "#adapters/providers/signer.ts";
import { store } from "#adapters/providers/store.ts";
import { vault } from "#adapters/providers/vault.ts";
import { sealRun } from "#core/evidence/seal-run.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { reportedText } from "#core/kernel/text.ts";
import { RUN_ENDINGS } from "#core/registry/run-endings.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { executionInput, step } from "#lambdas/runtime/step.ts";

/** Ends a run of a workflow and seals its evidence. */
export const handler = step(
  executionInput.extend({
    outcome: z.enum(OUTCOMES),
    error: z.object({ code: reportedText(), message: reportedText() }).optional(),
  }),
  servicesOf(ledger, store, artifacts, vault, signer, clock),
  (services, input) => sealRun(services, input, RUN_ENDINGS),
);
