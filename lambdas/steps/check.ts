import { artifacts } from "#adapters/providers/artifacts.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { policies } from "#adapters/providers/policies.ts";
import { checkDraft } from "#core/factory/steps/check.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Checks the draft with the policy. */
export const handler = step(missionInput, servicesOf(ledger, artifacts, policies), checkDraft);
