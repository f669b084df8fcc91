import { z } from "zod";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { converser } from "#adapters/parts/converser.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { models } from "#adapters/parts/models.ts";
import { healDraft } from "#core/steps/heal.ts";
import { reportedText } from "#core/text.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Repairs the draft. */
export const handler = step(
  attemptInput.extend({
    source: z.enum(["build", "dependencies", "acceptance", "review"]),
    reason: reportedText(),
  }),
  factoryOf(ledger, artifacts, converser, models, clock),
  healDraft,
);
