import { z } from "zod";
import { idSchema } from "#core/ids.ts";
import { onExecutionEnded } from "#core/steps/ended.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";

const schema = z.object({
  detail: z.object({ status: z.enum(["ABORTED", "TIMED_OUT", "FAILED", "SUCCEEDED"]), input: z.string() }),
});
const inputSchema = z.object({ tenant: idSchema, mission_id: idSchema });

/** Step Functions `Execution Status Change` of the mission machine: the last net under every ending. */
export const handler = eventHandler(schema, (factory, { detail }) =>
  onExecutionEnded(factory, { ...inputSchema.parse(JSON.parse(detail.input)), status: detail.status }),
);
