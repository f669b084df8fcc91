import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { budget } from "#adapters/providers/budget.ts";
import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { models } from "#adapters/providers/models.ts";
import { policies } from "#adapters/providers/policies.ts";
import { healDraft } from "#core/factory/steps/heal.ts";
import { leaveOutPages } from "#core/factory/steps/leave-out-pages.ts";
import { reportedText } from "#core/kernel/text.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

const failed = attemptInput.extend({ reason: reportedText() });
const repairable = failed.extend({ source: z.enum(["build", "dependencies", "acceptance", "review"]) });

/** Repairs the draft; with `last`, when no repair is left, leaves out the pages with which it failed. */
export const handler = step(
  z.union([repairable, failed.extend({ last: z.literal(true) })]),
  servicesOf(ledger, artifacts, converser, budget, models, policies, clock),
  async (services, input) => ("last" in input ? leaveOutPages(services, input) : healDraft(services, input)),
);
