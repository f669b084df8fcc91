import { z } from "zod";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { builders } from "#adapters/parts/builders.ts";
import { clock } from "#adapters/parts/clock.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { startBuild } from "#core/steps/build.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Starts an isolated builder that answers through the task token. */
export const handler = step(
  buildInput.extend({ token: z.string().min(1).max(2048) }),
  factoryOf(ledger, store, artifacts, builders, workflows, policy, clock),
  startBuild,
);
