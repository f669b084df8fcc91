import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { signer } from "#adapters/providers/signer.ts";
import { store } from "#adapters/providers/store.ts";
import { vault } from "#adapters/providers/vault.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { onExecutionEnded, readUnsealed } from "#core/factory/steps/ended.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const schema = z.object({
  detail: z.object({
    name: idSchema.optional(),
    status: z.enum(["ABORTED", "TIMED_OUT", "FAILED", "SUCCEEDED"]),
    input: z.string(),
    cause: z.string().nullish(),
  }),
});
const inputSchema = z.object({ tenant: idSchema, mission_id: idSchema });
/** Step Functions `Execution Status Change` of the mission machine: the last net under every ending. */
export const handler = eventHandler(
  schema,
  servicesOf(ledger, store, artifacts, vault, signer, workflows, clock),
  (services, { detail }) =>
    onExecutionEnded(services, {
      ...inputSchema.parse(JSON.parse(detail.input)),
      status: detail.status,
      ...readUnsealed(detail.cause),
    }),
  ({ detail }) => detail.name, // An execution is named after its mission.
);
