import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { signer } from "#adapters/providers/signer.ts";
import { store } from "#adapters/providers/store.ts";
import { vault } from "#adapters/providers/vault.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { sealMission } from "#core/factory/steps/seal.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { reportedText } from "#core/kernel/text.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Seals the evidence and ends the mission. */
export const handler = step(
  missionInput.extend({
    outcome: z.enum(OUTCOMES),
    error: z.object({ code: reportedText(), message: reportedText() }).optional(),
  }),
  servicesOf(ledger, store, artifacts, vault, signer, workflows, clock),
  sealMission,
);
