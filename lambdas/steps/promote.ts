import { deployments } from "#adapters/providers/deployments.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { store } from "#adapters/providers/store.ts";
import { promote } from "#core/factory/steps/deploy.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Makes the verified preview the live app. */
export const handler = step(missionInput, servicesOf(ledger, store, deployments, policies), promote);
