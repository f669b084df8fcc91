import { clock } from "#adapters/providers/clock.ts";
import { deployments } from "#adapters/providers/deployments.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { checkLive } from "#core/factory/steps/check-live.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Checks that the live address shows the promoted deployment. */
export const handler = step(missionInput, servicesOf(ledger, store, deployments, policies, clock), checkLive);
