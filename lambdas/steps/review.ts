import { artifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { converser } from "#adapters/parts/converser.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { models } from "#adapters/parts/models.ts";
import { reviewApp } from "#core/steps/review.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** The critic's second look. */
export const handler = step(attemptInput, factoryOf(ledger, artifacts, converser, models, clock), reviewApp);
