import { beforeAll, describe, expect, it } from "@jest/globals";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { planHash } from "#core/factory/plan/plan.ts";
import { ask } from "#core/governance/gate/ask.ts";
import { awaitDecision } from "#core/governance/gate/token.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { machineOf } from "#test/support/callers.ts";
import { gateRequest, TECH_LEAD } from "#test/support/gates.ts";
import { memorySecrets, plainPhc } from "#test/support/memory-ports.ts";
import { memoryWorld, OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { createMission, PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
const lines = printed();

const TOKEN = "task-token-hunter2";
const MEMBERS: Record<string, object> = {
  owner: { role: "owner" },
  lead: { role: "member", roles: ["tech_lead"] },
};

/** A world with members, a model that proposes one plan, and a mission that waits at a gate. */
async function worldOf(members = MEMBERS): Promise<World> {
  const secrets = Object.entries(members).map(([user, member]) => [
    `users/${user}`,
    JSON.stringify({ tenant: "tn_1", phc: plainPhc("x".repeat(20)), ...member }),
  ]);
  const consultant = () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null });
  const world = {
    ...memoryWorld({ models: { consultant } }),
    secrets: memorySecrets(Object.fromEntries(secrets)),
  };
  await createMission(world);
  const run = missionSignal("gantry.execution.transitioned", {
    from: "CREATED",
    to: "RUNNING",
    outcome: null,
  });
  await world.ledger.append(missions, missionRef("tn_1", "m_1"), () => ({ drafts: [run] }));
  const { gate } = await ask({ ...world, hosts: GATE_HOSTS }, missionRef("tn_1", "m_1"), gateRequest());
  await awaitDecision(world, { tenant: "tn_1", gate, token: TOKEN });
  return world;
}

/** A consultation's plan in that world, and its gate. */
async function planned(world: World) {
  world.clock.advance(1000);
  const { json } = await client(world)("POST", "/gantry/consult", {
    body: { message: "Build me a task manager" },
  });
  return json;
}

const GATE = "execution.m_1.1";
const decisionOf = ({ gate_id, epoch, snapshot_sha256 }: any, change: object = {}) => ({
  body: { gate_id, epoch, snapshot_sha256, type: "APPROVE", justification: "Checked.", ...change },
});

describe("GET /gantry/gates", () => {
  it("lists open gates, newest first, page by page, and filters by what the caller may decide", async () => {
    const world = await worldOf();
    const { gate_id } = await planned(world);
    const ask = client(world);
    const ids = ({ json }: any) => json.gates.map((gate: any) => gate.gate_id);
    expect(ids(await ask("GET", "/gantry/gates"))).toEqual([gate_id, GATE]);
    const first = await ask("GET", "/gantry/gates?limit=1");
    expect(ids(first)).toEqual([gate_id]);
    expect(ids(await ask("GET", `/gantry/gates?limit=1&cursor=${first.json.next_cursor}`))).toEqual([GATE]);
    expect(ids(await ask("GET", "/gantry/gates?mine=true"))).toEqual([gate_id]);
    expect(ids(await ask("GET", "/gantry/gates?mine=true", { caller: TECH_LEAD }))).toEqual([gate_id, GATE]);
    expect(ids(await ask("GET", "/gantry/gates", { caller: STRANGER }))).toEqual([]);
    expect(ids(await ask("GET", "/gantry/gates?state=closed"))).toEqual([]);
    expect((await ask("GET", "/gantry/gates?state=void")).status).toBe(400);
  });

  it("is only for people", async () => {
    const world = await worldOf();
    for (const caller of [machineOf({}), machineOf({ kind: "agent", principal: "healer" })])
      for (const path of ["/gantry/gates", `/gantry/gates/${GATE}`])
        expect((await client(world)("GET", path, { caller })).status).toBe(403);
  });
});

describe("GET /gantry/gates/{id}", () => {
  it("shows exactly what is decided on, with its digest, approvers and time limit", async () => {
    const world = await worldOf();
    const { json } = await client(world)("GET", `/gantry/gates/${GATE}`);
    expect(sha256Hex(json.snapshot)).toBe(json.snapshot_sha256);
    expect(JSON.parse(json.snapshot)).toEqual(gateRequest().snapshot);
    expect(json).toMatchObject({
      execution_id: "m_1",
      conversation_id: null,
      may_decide: false,
      approvers: ["tech_lead"],
      opened_at: "2026-11-21T00:00:00.000Z",
      escalates_at: "2026-11-21T00:30:00.000Z",
      expires_at: "2026-11-21T01:00:00.000Z",
      policy: gateRequest().policy,
      decision: null,
    });
    const lead = await client(world)("GET", `/gantry/gates/${GATE}`, { caller: TECH_LEAD });
    expect(lead.json.may_decide).toBe(true);
  });

  it.each(["execution.m_1.2", "execution.m_1", "m_1", "topic.x.1"])(
    "does not find the gate %s",
    async (id) => {
      const { status, json } = await client(await worldOf())("GET", `/gantry/gates/${id}`);
      expect([status, json.field]).toEqual([404, "id"]);
    },
  );
});

describe("POST /gantry/decisions", () => {
  it("records the decision once, however often it is sent", async () => {
    const world = await worldOf();
    const ask = client(world);
    const { json: gate } = await ask("GET", `/gantry/gates/${GATE}`);
    const options = { ...decisionOf(gate), caller: TECH_LEAD, headers: { "idempotency-key": "one" } };
    const made = await ask("POST", "/gantry/decisions", options);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ gate_id: GATE, type: "APPROVE", actor: "lead", role: "tech_lead" });
    expect((await ask("POST", "/gantry/decisions", options)).json).toEqual(made.json);
    expect((await ask("GET", `/gantry/gates/${GATE}`)).json).toMatchObject({
      state: "resolved",
      decision: made.json,
      may_decide: false,
    });
    const late = await ask("POST", "/gantry/decisions", {
      ...decisionOf(gate, { type: "REJECT" }),
      caller: TECH_LEAD,
    });
    expect([late.status, late.json]).toEqual([
      409,
      expect.objectContaining({ code: "AlreadyDecided", decision_id: made.json.decision_id }),
    ]);
  });

  it("returns the current gate when it differs from the one shown", async () => {
    const world = await worldOf();
    const ask = client(world);
    const { json: gate } = await ask("GET", `/gantry/gates/${GATE}`);
    const current = { epoch: 1, snapshot_sha256: gate.snapshot_sha256 };
    for (const change of [{ epoch: 2 }, { snapshot_sha256: "0".repeat(64) }]) {
      const { status, json } = await ask("POST", "/gantry/decisions", {
        ...decisionOf(gate, change),
        caller: TECH_LEAD,
      });
      expect([status, json]).toEqual([409, expect.objectContaining({ code: "StaleGate", ...current })]);
    }
  });

  it.each([
    ["a role that was taken away since the login", { ...MEMBERS, lead: { role: "member" } }, TECH_LEAD],
    ["a person who is no longer a member", { owner: { role: "owner" } }, TECH_LEAD],
    ["a role of another gate", MEMBERS, OWNER],
    ["a device, where the gate takes none", MEMBERS, { ...TECH_LEAD, device: "dev_1", amr: ["device"] }],
    ["a service", MEMBERS, machineOf({ roles: ["tech_lead"] })],
    ["an agent", MEMBERS, machineOf({ kind: "agent", principal: "healer", roles: ["tech_lead"] })],
  ])("refuses %s", async (_, members, caller) => {
    const world = await worldOf(members);
    const { json: gate } = await client(world)("GET", `/gantry/gates/${GATE}`);
    const { status, json } = await client(world)("POST", "/gantry/decisions", {
      ...decisionOf(gate),
      caller,
    });
    expect([status, json.code]).toEqual([403, "Forbidden"]);
    expect((await client(world)("GET", `/gantry/gates/${GATE}`)).json.state).toBe("open");
  });

  it("confirms a plan like any other confirmation, and starts its mission", async () => {
    const world = await worldOf();
    const { gate_id, plan, conversation_id } = await planned(world);
    const { json: gate } = await client(world)("GET", `/gantry/gates/${gate_id}`);
    const { hash, ...bare } = plan;
    expect([gate.snapshot_sha256, planHash(bare)]).toEqual([hash, hash]);
    expect(JSON.parse(gate.snapshot)).toEqual(bare);
    const device = { ...OWNER, device: "dev_1", amr: ["device"] };
    const { status, json } = await client(world)("POST", "/gantry/decisions", {
      ...decisionOf(gate),
      caller: device,
    });
    expect([status, json.device]).toEqual([201, "dev_1"]);
    const { json: consultation } = await client(world)("GET", `/gantry/consultation/${conversation_id}`);
    expect(consultation).toMatchObject({ state: "confirmed", mission_id: json.execution_id, gate_id: null });
    expect((await client(world)("GET", `/gantry/status/${json.execution_id}`)).json.plan_hash).toBe(hash);
    const again = await client(world)("POST", "/gantry/consult", {
      body: { conversation_id, confirm: hash },
    });
    expect(again.json.mission_id).toBe(json.execution_id);
  });

  it("rejects a plan and leaves the consultation open", async () => {
    const world = await worldOf();
    const { gate_id, plan, conversation_id } = await planned(world);
    const { json: gate } = await client(world)("GET", `/gantry/gates/${gate_id}`);
    const { status, json } = await client(world)(
      "POST",
      "/gantry/decisions",
      decisionOf(gate, { type: "REJECT" }),
    );
    expect([status, json.execution_id]).toEqual([201, null]);
    const ask = client(world);
    const stale = await ask("POST", "/gantry/consult", { body: { conversation_id, confirm: plan.hash } });
    expect([stale.status, stale.json.code]).toEqual([409, "StalePlan"]);
    const next = await ask("POST", "/gantry/consult", { body: { conversation_id, message: "with tags" } });
    expect(next.json).toMatchObject({ state: "awaiting_confirmation", gate_id: gate_id.replace(/1$/, "2") });
  });

  it("is refused on a plan that a newer message has replaced", async () => {
    const world = await worldOf();
    const { gate_id, conversation_id } = await planned(world);
    const { json: gate } = await client(world)("GET", `/gantry/gates/${gate_id}`);
    await client(world)("POST", "/gantry/consult", { body: { conversation_id, message: "with tags" } });
    const { status, json } = await client(world)("POST", "/gantry/decisions", decisionOf(gate));
    expect([status, json.code, json.state]).toEqual([409, "StaleGate", "void"]);
  });

  it.each<[string, object, string]>([
    ["an unknown type", { type: "approve" }, "type"],
    ["no epoch", { epoch: undefined }, "epoch"],
    ["a delta that is none", { type: "OVERRIDE", context_delta: [] }, "context_delta"],
    [
      "a path into a prototype",
      { context_delta: [{ op: "remove", path: "/__proto__/x" }] },
      "context_delta.0.path",
    ],
    ["an actor of its own", { actor: "owner" }, "actor"],
  ])("refuses %s and names it", async (_, change, field) => {
    const world = await worldOf();
    const { json: gate } = await client(world)("GET", `/gantry/gates/${GATE}`);
    const { status, json } = await client(world)("POST", "/gantry/decisions", {
      ...decisionOf(gate, change),
      caller: TECH_LEAD,
    });
    expect([status, json.field]).toEqual([400, field]);
  });
});

describe("the task token of a waiting execution", () => {
  it("is in no reply, signal or log line", async () => {
    const world = await worldOf();
    const ask = client(world);
    const replies = [
      await ask("GET", "/gantry/gates"),
      await ask("GET", `/gantry/gates/${GATE}`),
      await ask("GET", "/gantry/missions/m_1/events"),
      await ask("GET", "/gantry/status/m_1"),
      await ask("POST", "/gantry/decisions", {
        ...decisionOf((await ask("GET", `/gantry/gates/${GATE}`)).json),
        caller: TECH_LEAD,
      }),
      await ask("GET", `/gantry/gates/${GATE}`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201, 200]);
    expect(JSON.stringify(replies)).not.toContain(TOKEN);
    expect(JSON.stringify(lines)).not.toContain(TOKEN);
    const withToken = world.store.items().filter((item) => JSON.stringify(item).includes(TOKEN));
    expect(withToken.map(({ sk }) => sk)).toEqual([`STEP#${GATE}#001`]);
  });
});
