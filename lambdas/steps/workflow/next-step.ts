import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { reportedText } from "#core/kernel/text.ts";
import { takeTurn } from "#core/workflows/take-turn.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { attemptOfStep, executionInput, step } from "#lambdas/runtime/step.ts";

/** Decides what a run of a workflow does next. */
export const handler = step(
  executionInput.extend({
    run: z.number().int().min(1),
    events: z.number().int().min(0),
    deadline_ms: z.number(),
    results: z.array(
      attemptOfStep.extend({ error: z.object({ code: reportedText(), cause: reportedText() }).optional() }),
    ),
  }),
  servicesOf(ledger, artifacts, clock, workflows),
  takeTurn,
);
