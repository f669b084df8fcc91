import { z } from "zod";
import { pinsOf } from "#core/factory/policy/pin.ts";
import { contextDeltaSchema } from "#core/governance/gate/context-delta.ts";
import { decide } from "#core/governance/gate/decide.ts";
import { decisionSchema } from "#core/governance/gate/decision.ts";
import { findGate } from "#core/governance/gate/find.ts";
import { listGates } from "#core/governance/gate/list.ts";
import { currentPerson } from "#core/identity/current-person.ts";
import { getArtifact } from "#core/kernel/artifacts.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { gateReply } from "#lambdas/api/gate-reply.ts";
import { flag, listQuery, pageSize } from "#lambdas/api/inputs.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const decisionBody = z
  .strictObject({
    gate_id: idSchema.describe("The gate."),
    epoch: decisionSchema.shape.epoch.describe("The value that was shown with the gate."),
    snapshot_sha256: decisionSchema.shape.snapshot_sha256.describe("The value that was shown with the gate."),
    type: decisionSchema.shape.type,
    justification: decisionSchema.shape.justification.describe("The reason, in your own words."),
    context_delta: contextDeltaSchema
      .optional()
      .describe("With OVERRIDE: what to change in the snapshot, as a JSON Patch (RFC 6902)."),
  })
  .meta({
    id: "DecisionRequest",
    description: "A decision on a gate, bound to what was shown.",
    examples: [
      {
        gate_id: "execution.r_01m4q3xk90000000000000000.1",
        epoch: 1,
        snapshot_sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        type: "APPROVE",
        justification: "The release notes are complete.",
      },
    ],
  });

export const gateRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/gantry/gates",
    id: "gates",
    tag: "Gates",
    right: "read",
    limit: "search",
    isLimited: ({ mine }) => mine === "true",
    summary: "List gates.",
    description:
      "Gates that are open, or closed ones, newest first. Requests with `mine` have the rate limit of searches.",
    query: z.strictObject({
      state: z.enum(["open", "closed"]).default("open").describe("Whether to list open or closed gates."),
      mine: flag.describe("Whether to list only gates on which you may decide."),
      limit: pageSize(50),
      cursor: listQuery.shape.cursor,
    }),
    reply: { status: 200, description: "A page of the list.", schema: "GateList" },
    async handle({ services, caller, query: { mine, ...query } }) {
      const page = await listGates(services, caller, { ...query, mine: mine === "true" });
      const gates = page.entries.map((gate) => gateReply(gate, caller));
      return { status: 200, body: { gates, next_cursor: page.next_cursor } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/gates/{id}",
    id: "gate",
    tag: "Gates",
    right: "read",
    summary: "Read a gate.",
    description:
      "Returns the snapshot to decide on, the roles that may decide, the time limit, and the decision if there is one.",
    refuses: ["NotFound"],
    params: z.strictObject({ id: idSchema.describe("The gate's id.") }),
    reply: { status: 200, description: "The gate.", schema: "GateWithSnapshot" },
    async handle({ services, caller, path }) {
      const { gate } = await findGate(services, caller.tenant, path.id, "id");
      const bytes = await getArtifact(services.artifacts, caller.tenant, gate.snapshot_sha256);
      const snapshot = new TextDecoder().decode(bytes);
      return { status: 200, body: { ...gateReply(gate, caller), snapshot } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/decisions",
    id: "decide",
    tag: "Gates",
    right: "write",
    limit: "build",
    summary: "Decide on a gate.",
    description:
      "Binds the decision to the gate as it was shown, by `epoch` and `snapshot_sha256`. Only the first decision counts; later ones return `AlreadyDecided`, which names it. APPROVE of `build.confirm` starts the mission `execution_id`. You must have one of the gate's roles at the time of the decision; roles are read again, not taken from the session.",
    refuses: ["NotFound", "StaleGate", "AlreadyDecided", "Conflict"],
    body: decisionBody,
    reply: { status: 201, description: "The decision.", schema: "Decision" },
    async handle({ services, caller, body }) {
      const person = await currentPerson(services, caller);
      const parts = { ...services, hosts: GATE_HOSTS, pin: pinsOf(services) };
      return { status: 201, body: await decide(parts, person, body) };
    },
  }),
];
