import { artifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { converser } from "#adapters/parts/converser.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { models } from "#adapters/parts/models.ts";
import { draftApp } from "#core/steps/architect.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Drafts the app. */
export const handler = step(missionInput, factoryOf(ledger, artifacts, converser, models, clock), draftApp);
