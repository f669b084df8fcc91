import { z } from "zod";
import { clock } from "#adapters/parts/clock.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { admitMission } from "#core/steps/admit.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { count } from "#lambdas/runtime/metrics.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Takes a slot or queues; answers the task token when the mission may run. */
export const handler = step(
  missionInput.extend({ token: z.string().min(1).max(2048) }),
  factoryOf(ledger, store, clock, workflows, policy),
  async (factory, input) => {
    const { waiting } = await admitMission(factory, input);
    count("MissionsQueued", waiting);
  },
);
