import { clock } from "#adapters/parts/clock.ts";
import { policy } from "#adapters/parts/policy.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { releaseSlot } from "#core/steps/seal.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Frees the slot of a mission that could not be sealed. */
export const handler = step(missionInput, factoryOf(store, clock, workflows, policy), releaseSlot);
