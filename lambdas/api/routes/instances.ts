import { z } from "zod";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { EXECUTION_STATES } from "#core/governance/execution/states.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";
import { beginInstance, findInstance, listInstances } from "#core/workflows/instances.ts";
import { listQuery, pageSize } from "#lambdas/api/inputs.ts";
import { presentInstance, presentInstanceWithSteps } from "#lambdas/api/present-instance.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const beginBody = z
  .strictObject({
    workflow: idSchema.describe("The workflow's id: `gantry.rollback`."),
    version: text().min(1).max(64).optional().describe("Its version; the newest when left out."),
    trigger: z
      .strictObject({
        kind: idSchema.describe("What kind of thing caused it: `person`, `incident`."),
        ref: text().min(1).max(200).describe("What it was: the incident's number, say."),
        context: z.record(z.string().max(64), text().max(1000)).default({}),
      })
      .describe("What caused the execution. It is recorded and changes nothing."),
    team: idSchema.optional().describe("The team it is for, which must be one of yours."),
    input: z
      .record(z.string().max(64), text().max(4000))
      .default({})
      .describe("The workflow's own input, each member a text."),
  })
  .meta({
    id: "InstanceRequest",
    description: "A workflow to run, with what caused it.",
    examples: [
      {
        workflow: "gantry.rollback",
        trigger: { kind: "incident", ref: "INC-7" },
        input: { project: "task-manager-000000", deployment: "dpl_2" },
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
    summary: "Run a workflow.",
    description:
      "Accepts an execution of a workflow that is data. Missions begin with the confirmation of a plan instead.",
    refuses: ["NotFound", "Conflict"],
    body: beginBody,
    reply: { status: 202, description: "It will run.", schema: "InstanceBegun" },
    async handle({ services, caller, body }) {
      const policy = await pinPolicy(services, caller.tenant);
      const { id, state } = await beginInstance(services, caller, body, policy);
      return { status: 202, body: { instance_id: id, state } };
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
      "Missions that were not cleared, and runs of every other workflow: newest first, page by page. Requests with a filter are limited as searches are.",
    query: z.strictObject({
      state: z.enum(EXECUTION_STATES).optional().describe("Only those in this state."),
      workflow: idSchema.optional().describe("Only those of this workflow."),
      team: idSchema.optional().describe("Only those of this team."),
      limit: pageSize(50),
      cursor: listQuery.shape.cursor,
    }),
    reply: { status: 200, description: "A page of the list.", schema: "InstanceList" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor } = await listInstances(services, caller, query);
      return { status: 200, body: { instances: entries.map(presentInstance), next_cursor } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/instances/{id}",
    id: "instance",
    tag: "Workflows",
    right: "read",
    summary: "Read an execution.",
    description: "With its steps, where its workflow is data.",
    refuses: ["NotFound"],
    params: z.strictObject({ id: idSchema.describe("The execution's id.") }),
    reply: { status: 200, description: "The execution.", schema: "InstanceWithSteps" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: presentInstanceWithSteps(await findInstance(services, caller, path.id)),
    }),
  }),
];
