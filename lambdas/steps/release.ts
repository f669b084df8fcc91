import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { store } from "#adapters/providers/store.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { giveUpSeal } from "#core/factory/steps/seal.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Marks a mission that could not be sealed and releases its slot. */
export const handler = step(missionInput, servicesOf(ledger, store, clock, workflows), giveUpSeal);
