import { z } from "zod";
import { admitMission } from "#core/steps/admit.ts";
import { missionInput, step } from "#lambdas/runtime/step.ts";

/** Takes a slot or queues; answers the task token when the mission may run. */
export const handler = step(missionInput.extend({ token: z.string().min(1).max(2048) }), admitMission);
