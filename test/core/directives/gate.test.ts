import { expect, it } from "@jest/globals";
import { DEFAULT_APPROVALS } from "#core/directives/approvals.ts";
import { directiveGate } from "#core/directives/gate.ts";
import { perform } from "#core/directives/perform.ts";
import { gateRequestSchema } from "#core/governance/gate/request.ts";
import { POLICY } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { ARGS, outside, subjectOf, toolOf, worldWith } from "./sample-tools.ts";

const PIN = { id: "factory", version: "1", sha256: "0".repeat(64) };
const SUBJECT = { tenant: MISSION.tenant, execution: MISSION.mission_id };
const ABOUT = { title: "Task Manager", about: { preview: "https://p.test" } };

/** The gate of a directive under a policy with these approvals. */
async function gateUnder(approvals: typeof DEFAULT_APPROVALS) {
  const world = await worldWith("require_human");
  const tool = toolOf("key", outside());
  const waiting = await perform(world, subjectOf(world), { tool, args: ARGS, key: "k" });
  if (waiting.state !== "awaiting_decision") throw new Error("it does not wait");
  const loaded: unknown[] = [];
  const load = async (...from: unknown[]) => {
    loaded.push(from);
    return { directives: POLICY.directives, approvals };
  };
  const services = { ...world, policies: { load } };
  const gate = await directiveGate(services, SUBJECT, { id: waiting.directive, policy: PIN, ...ABOUT });
  return { gate: gateRequestSchema.parse(gate), tool, directive: waiting.directive, loaded };
}

it.each([
  ["its defaults", DEFAULT_APPROVALS],
  [
    "its own",
    {
      approvers: ["release_manager"],
      expires_seconds: 3600,
      escalate: { after_seconds: 1800, approvers: ["admin"] },
      justification: "required" as const,
      devices: "allowed" as const,
    },
  ],
])(
  "the gate of a directive has the approvers and time limits of the pinned policy: %s",
  async (_, approvals) => {
    const { gate, loaded } = await gateUnder(approvals);
    expect(gate).toMatchObject({ ...approvals, overridable: false, policy: PIN });
    expect(loaded).toEqual([[MISSION.tenant, PIN]]);
  },
);

it("the gate of a directive shows the tool, its arguments and what it is about", async () => {
  const { gate, tool, directive } = await gateUnder(DEFAULT_APPROVALS);
  expect(gate).toMatchObject({ key: directive, name: tool.name, title: `${tool.name}: Task Manager` });
  expect(gate.snapshot).toEqual({
    execution: MISSION.mission_id,
    preview: "https://p.test",
    tool: tool.name,
    args: ARGS,
  });
});
