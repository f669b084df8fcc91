import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { budget } from "#adapters/providers/budget.ts";
import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { models } from "#adapters/providers/models.ts";
import { policies } from "#adapters/providers/policies.ts";
import { healDraft } from "#core/factory/steps/heal.ts";
import { reportedText } from "#core/kernel/text.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Repairs the draft. */
export const handler = step(
  attemptInput.extend({
    source: z.enum(["build", "dependencies", "acceptance", "review"]),
    reason: reportedText(),
  }),
  servicesOf(ledger, artifacts, converser, budget, models, policies, clock),
  healDraft,
);
