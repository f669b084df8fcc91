import { z } from "zod";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { signer } from "#adapters/providers/signer.ts";
import { store } from "#adapters/providers/store.ts";
import { vault } from "#adapters/providers/vault.ts";
import { workflows } from "#adapters/providers/workflows.ts";
import { onRunEnded, settleInline } from "#core/evidence/run-ended.ts";
import { onExecutionEnded } from "#core/factory/steps/ended.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { RUN_ENDINGS } from "#core/registry/run-endings.ts";
import { readUnsealed } from "#core/workflows/machine-ending.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const statusChange = z.object({
  detail: z.object({
    name: idSchema.optional(),
    status: z.enum(["ABORTED", "TIMED_OUT", "FAILED", "SUCCEEDED"]),
    input: z.string(),
    cause: z.string().nullish(),
  }),
});
const runSchema = z.object({ tenant: idSchema, execution_id: idSchema });
const schema = z.union([statusChange, z.object({ inline: runSchema })]);
const inputSchema = z.union([z.object({ tenant: idSchema, mission_id: idSchema }), runSchema]);

/**
 * Step Functions `Execution Status Change` of the state machines: makes sure that every execution is sealed. `{ inline }`
 * names a run without a state machine that has ended or is overdue; adapters/lambda/sealer.ts sends it.
 */
export const handler = eventHandler(
  schema,
  servicesOf(ledger, store, artifacts, vault, signer, workflows, clock),
  (services, event) => {
    if ("inline" in event) return settleInline(services, event.inline);
    const { detail } = event;
    const input = inputSchema.parse(JSON.parse(detail.input));
    const ending = { status: detail.status, ...readUnsealed(detail.cause) };
    return "mission_id" in input
      ? onExecutionEnded(services, { ...input, ...ending })
      : onRunEnded(services, { ...input, ...ending }, RUN_ENDINGS);
  },
  // A machine's run is named after its execution.
  (event) => ("inline" in event ? event.inline.execution_id : event.detail.name),
);
