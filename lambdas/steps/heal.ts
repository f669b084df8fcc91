import { z } from "zod";
import { healDraft } from "#core/steps/heal.ts";
import { attemptInput, step } from "#lambdas/runtime/step.ts";

/** Repairs the draft. */
export const handler = step(
  attemptInput.extend({
    source: z.enum(["build", "dependencies", "acceptance", "review"]),
    reason: z.string(),
  }),
  healDraft,
);
