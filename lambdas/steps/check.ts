import { artifacts } from "#adapters/parts/artifacts.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { checkDraft } from "#core/steps/check.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** The policy gate over the draft. */
export const handler = step(missionInput, factoryOf(ledger, artifacts, policy), checkDraft);
