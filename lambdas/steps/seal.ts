import { z } from "zod";
import { OUTCOMES } from "#core/execution.ts";
import { sealMission } from "#core/steps/seal.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Seals the evidence and ends the mission. */
export const handler = step(
  missionInput.extend({
    outcome: z.enum(OUTCOMES),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
  }),
  sealMission,
);
