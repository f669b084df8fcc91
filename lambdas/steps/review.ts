import { artifacts } from "#adapters/providers/artifacts.ts";
import { budget } from "#adapters/providers/budget.ts";
import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { models } from "#adapters/providers/models.ts";
import { policies } from "#adapters/providers/policies.ts";
import { skills } from "#adapters/providers/skills.ts";
import { reviewApp } from "#core/factory/steps/review.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Reviews the audited app with the critic. */
export const handler = step(
  attemptInput,
  servicesOf(ledger, artifacts, converser, budget, models, policies, skills, clock),
  reviewApp,
);
