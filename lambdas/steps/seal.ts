import { z } from "zod";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { signer } from "#adapters/parts/signer.ts";
import { store } from "#adapters/parts/store.ts";
import { vault } from "#adapters/parts/vault.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { sealMission } from "#core/steps/seal.ts";
import { reportedText } from "#core/text.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Seals the evidence and ends the mission. */
export const handler = step(
  missionInput.extend({
    outcome: z.enum(OUTCOMES),
    error: z.object({ code: reportedText(), message: reportedText() }).optional(),
  }),
  factoryOf(ledger, store, artifacts, vault, signer, workflows, policy, clock),
  sealMission,
);
