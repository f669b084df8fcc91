import { z } from "zod";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { EXECUTION_STATES, hasEnded } from "#core/governance/execution/states.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";
import { INLINE_WORKFLOWS } from "#core/registry/inline-workflows.ts";
import { beginInstance, findInstance, listInstances } from "#core/workflows/instances.ts";
import { listQuery, message, pageSize } from "#lambdas/api/inputs.ts";
import { instanceReply, instanceWithStepsReply } from "#lambdas/api/instance-reply.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const beginBody = z
  .strictObject({
    workflow: idSchema.describe("The workflow's id: `gantry.rollback`."),
    version: text().min(1).max(64).optional().describe("The workflow's version; default: the newest."),
    trigger: z
      .strictObject({
        kind: idSchema.describe("The kind of cause, such as `person` or `incident`."),
        ref: text().min(1).max(200).describe("An identifier of the cause, such as the incident's number."),
        context: z.record(z.string().max(64), text().max(1000)).default({}),
      })
      .describe("What caused the execution. It is only recorded and has no effect."),
    team: idSchema.optional().describe("The team that the execution is for; you must be a member."),
    input: z
      .record(z.string().max(64), message)
      .default({})
      .describe("The workflow's input; each value is a string."),
  })
  .meta({
    id: "InstanceRequest",
    description: "A workflow to run, with its cause.",
    examples: [
      {
        workflow: "gantry.rollback",
        trigger: { kind: "incident", ref: "INC-7" },
        input: { project: "task-manager-000000", deployment: "dpl_2" },
      },
      {
        workflow: "factory.plan",
        trigger: { kind: "person", ref: "roadmap" },
        input: { request: "Build me a task manager" },
      },
    ],
  });

export const instanceRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/instances",
    id: "beginInstance",
    tag: "Workflows",
    right: "write",
    limit: "build",
    limitFor: ({ workflow }) => INLINE_WORKFLOWS.get(workflow as string)?.limit,
    summary: "Run a workflow.",
    description:
      "Starts an execution of a workflow, or runs it to its end within the request: `factory.plan` drafts the plan that a consultation would propose for `request`, and has the rate limit of model calls. Missions are started by confirming a plan instead.",
    refuses: ["NotFound", "Conflict", "PolicyDenied"],
    body: beginBody,
    reply: {
      status: 202,
      description:
        "The execution was accepted. It runs after the response, or an earlier request with this Idempotency-Key runs it.",
      schema: "InstanceBegun",
    },
    others: [
      {
        status: 201,
        description: "The execution has ended, with `outcome` and `result` or `error`.",
        schema: "InstanceWithSteps",
      },
    ],
    async handle({ services, caller, body }) {
      const policy = await pinPolicy(services, caller.tenant);
      const run = await beginInstance(services, caller, body, { policy, inline: INLINE_WORKFLOWS });
      if (hasEnded(run.state)) return { status: 201, body: await instanceWithStepsReply(services, run) };
      return { status: 202, body: { instance_id: run.id, state: run.state } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/instances",
    id: "instances",
    tag: "Workflows",
    right: "read",
    limit: "search",
    isLimited: ({ state, workflow, team }) => [state, workflow, team].some((filter) => filter !== undefined),
    summary: "List executions.",
    description:
      "Missions that were not cleared, and executions of all other workflows, newest first. Requests with a filter have the rate limit of searches.",
    query: z.strictObject({
      state: z.enum(EXECUTION_STATES).optional().describe("Only executions in this state."),
      workflow: idSchema.optional().describe("Only executions of this workflow."),
      team: idSchema.optional().describe("Only executions of this team."),
      limit: pageSize(50),
      cursor: listQuery.shape.cursor,
    }),
    reply: { status: 200, description: "A page of the list.", schema: "InstanceList" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor } = await listInstances(services, caller, query);
      return { status: 200, body: { instances: entries.map(instanceReply), next_cursor } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/instances/{id}",
    id: "instance",
    tag: "Workflows",
    right: "read",
    summary: "Read an execution.",
    description: "Returns the execution with its steps or result. A mission has phases instead.",
    refuses: ["NotFound"],
    params: z.strictObject({ id: idSchema.describe("The execution's id.") }),
    reply: { status: 200, description: "The execution.", schema: "InstanceWithSteps" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: await instanceWithStepsReply(services, await findInstance(services, caller, path.id)),
    }),
  }),
];
