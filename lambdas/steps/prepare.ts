import { artifacts } from "#adapters/parts/artifacts.ts";
import { builders } from "#adapters/parts/builders.ts";
import { clock } from "#adapters/parts/clock.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { store } from "#adapters/parts/store.ts";
import { prepareBuild } from "#core/steps/prepare.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Starts the first builder early, to wait for its job. */
export const handler = step(
  missionInput,
  factoryOf(ledger, store, artifacts, builders, policy, clock),
  prepareBuild,
);
