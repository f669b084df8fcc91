import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { builders } from "#adapters/providers/builders.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { startBuild } from "#core/factory/steps/build.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { buildInput, step } from "#lambdas/runtime/step.ts";

/** Starts an isolated builder; the task completes with its result. */
export const handler = step(
  buildInput.extend({ token: z.string().min(1).max(2048) }),
  servicesOf(ledger, store, artifacts, builders, workflows, policies, clock),
  startBuild,
);
