import { clock } from "#adapters/parts/clock.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { store } from "#adapters/parts/store.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { giveUpSeal } from "#core/steps/seal.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Shows that a mission could not be sealed, and frees its slot. */
export const handler = step(missionInput, factoryOf(ledger, store, clock, workflows, policy), giveUpSeal);
