import { z } from "zod";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { admitMission } from "#core/factory/steps/admit.ts";
import { count } from "#lambdas/runtime/metrics.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Requests a slot for a mission; its task completes when the mission may run. */
export const handler = step(
  missionInput.extend({ token: z.string().min(1).max(2048) }),
  servicesOf(ledger, store, clock, workflows, policies),
  async (services, input) => {
    const { waiting } = await admitMission(services, input);
    count("MissionsQueued", waiting);
  },
);
