import { artifacts } from "#adapters/providers/artifacts.ts";
import { budget } from "#adapters/providers/budget.ts";
import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { library } from "#adapters/providers/library.ts";
import { models } from "#adapters/providers/models.ts";
import { policies } from "#adapters/providers/policies.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Drafts the app. */
export const handler = step(
  missionInput,
  servicesOf(ledger, artifacts, converser, budget, models, policies, clock, library),
  draftApp,
);
