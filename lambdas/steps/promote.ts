import { deployments } from "#adapters/parts/deployments.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { store } from "#adapters/parts/store.ts";
import { promote } from "#core/steps/deploy.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Makes the verified preview the live app. */
export const handler = step(missionInput, factoryOf(ledger, store, deployments, policy), promote);
