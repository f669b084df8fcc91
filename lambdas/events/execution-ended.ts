import { z } from "zod";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { policy } from "#adapters/parts/policy.ts";
import { signer } from "#adapters/parts/signer.ts";
import { store } from "#adapters/parts/store.ts";
import { vault } from "#adapters/parts/vault.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { idSchema } from "#core/ids.ts";
import { onExecutionEnded, readUnsealed } from "#core/steps/ended.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";

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
  factoryOf(ledger, store, artifacts, vault, signer, workflows, policy, clock),
  (factory, { detail }) =>
    onExecutionEnded(factory, {
      ...inputSchema.parse(JSON.parse(detail.input)),
      status: detail.status,
      ...readUnsealed(detail.cause),
    }),
  ({ detail }) => detail.name, // An execution is named after its mission.
);
