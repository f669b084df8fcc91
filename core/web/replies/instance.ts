import { z } from "zod";
import { EXECUTION_STATES } from "#core/governance/execution/states.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";
import { jsonSchema } from "#core/kernel/json.ts";
import { errorCode, id, next_cursor, sha256, time } from "#core/web/replies/parts.ts";
import { STEP_STATES } from "#core/workflows/record.ts";

const instanceId = id.meta({
  description: "The execution's id; a mission's id is one.",
  examples: ["run_01m4q3xk90000000000000000"],
});
const state = z.enum(EXECUTION_STATES).describe("State of the execution.");
const error = z
  .object({ code: errorCode, message: z.string() })
  .nullable()
  .describe("Why it did not succeed.");

export const instanceBegun = z
  .object({ instance_id: instanceId, state })
  .meta({ id: "InstanceBegun", description: "An execution that was accepted." });

export const instance = z
  .object({
    instance_id: instanceId,
    workflow: definitionRefSchema
      .nullable()
      .describe("The definition of its workflow, by digest. Null for the oldest missions."),
    state,
    outcome: z.enum(OUTCOMES).nullable().describe("How it ended."),
    requester: z.string(),
    team: z.string().nullable(),
    trigger: z.object({ kind: z.string(), ref: z.string() }),
    gate_id: id.nullable().describe("The gate at which the execution waits."),
    error,
    created_at: time,
    updated_at: time,
    ended_at: time.nullable(),
    seal_sha256: sha256.nullable().describe("Digest of the seal over its evidence."),
  })
  .meta({ id: "Instance", description: "One execution of a workflow." });

export const instanceWithSteps = instance
  .extend({
    input: z.record(z.string(), z.string()).describe("Empty for a mission, whose plan is its input."),
    steps: z
      .array(
        z.object({
          step: z.string(),
          undo: z.boolean().describe("Whether this concerns the compensation of the step."),
          state: z.enum(STEP_STATES),
          attempt: z.number().int(),
          result: jsonSchema.optional(),
          error: z.object({ code: errorCode, message: z.string() }).optional(),
        }),
      )
      .describe("In the order of their last changes. Empty for a mission, which has phases."),
    result: jsonSchema.describe(
      "The result. Null unless the workflow runs within the request and the execution has succeeded.",
    ),
  })
  .meta({ id: "InstanceWithSteps", description: "One execution with its steps and its result." });

export const instanceList = z
  .object({ instances: z.array(instance), next_cursor })
  .meta({ id: "InstanceList", description: "One page of executions, newest first." });
