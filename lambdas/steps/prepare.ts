import { artifacts } from "#adapters/providers/artifacts.ts";
import { builders } from "#adapters/providers/builders.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { prepareBuild } from "#core/factory/steps/prepare.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Starts the first builder in advance; it waits for its job. */
export const handler = step(
  missionInput,
  servicesOf(ledger, store, artifacts, builders, policies, clock),
  prepareBuild,
);
