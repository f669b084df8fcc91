import { beforeAll, describe, expect, it } from "@jest/globals";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import { type Run, runRef } from "#core/workflows/run.ts";
import { machineOf, personOf } from "#test/support/callers.ts";
import { memoryWorld, OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { createMission, PROPOSAL } from "#test/support/samples.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);

const ROLLBACK = {
  workflow: "gantry.rollback",
  trigger: { kind: "incident", ref: "INC-7" },
  input: { project: "task-manager", deployment: "dpl_1" },
};

const post = (world: World, body: object, caller = OWNER) =>
  client(world)("POST", "/gantry/instances", { body, caller });

describe("POST /gantry/instances", () => {
  it("accepts a workflow, pinned to its definition and to the policy in force", async () => {
    const world = memoryWorld();
    const { status, json } = await post(world, ROLLBACK);
    expect([status, json]).toEqual([202, { instance_id: expect.stringMatching(/^run_/), state: "CREATED" }]);
    const run = await world.ledger.load<Run>(runRef("tn_1", json.instance_id));
    expect(run).toMatchObject({
      workflow: { id: "gantry.rollback", version: "1" },
      pins: { policy: await pinPolicy(world, "tn_1") },
      requester: OWNER.principal,
      trigger: { kind: "incident", ref: "INC-7" },
      input: ROLLBACK.input,
    });
    const [signal] = await world.ledger.signals(runRef("tn_1", json.instance_id), 0, 1);
    const start = await REGISTRY("gantry.rollback")?.start(
      world,
      runRef("tn_1", json.instance_id),
      signal as never,
    );
    expect(start).toEqual({
      machine: "workflow",
      input: { tenant: "tn_1", execution_id: json.instance_id, active_seconds: 3600 },
    });
  });

  it.each([
    [{ ...ROLLBACK, workflow: "gantry.unknown" }, 404, "NotFound", "workflow"],
    [{ ...ROLLBACK, version: "9" }, 404, "NotFound", "workflow"],
    [{ ...ROLLBACK, workflow: "factory.mission" }, 404, "NotFound", "workflow"],
    [{ ...ROLLBACK, input: { project: "p" } }, 400, "InvalidInput", "input.deployment"],
    [{ ...ROLLBACK, input: { ...ROLLBACK.input, force: "yes" } }, 400, "InvalidInput", "input"],
    [{ ...ROLLBACK, input: { ...ROLLBACK.input, constructor: "x" } }, 400, "InvalidInput", "input"],
    [{ ...ROLLBACK, team: "payments" }, 403, "Forbidden", "team"],
    [{ workflow: "gantry.rollback" }, 400, "InvalidInput", "trigger"],
  ])("refuses %j", async (body, status, code, field) => {
    const world = memoryWorld();
    const reply = await post(world, body);
    expect([reply.status, reply.json.code, reply.json.field]).toEqual([status, code, field]);
    expect(world.store.items().filter(({ sk }) => sk === "META")).toEqual([]);
  });

  it("accepts a team of the caller", async () => {
    const world = memoryWorld();
    const { status } = await post(
      world,
      { ...ROLLBACK, team: "payments" },
      personOf({ teams: ["payments"] }),
    );
    expect(status).toBe(202);
    const { json } = await client(world)("GET", "/gantry/instances?team=payments");
    expect(json.instances).toHaveLength(1);
  });

  it("is only for people", async () => {
    const caller = machineOf({ scopes: ["missions:write", "missions:read", "consult"] });
    expect(
      (await client(memoryWorld())("POST", "/gantry/instances", { body: ROLLBACK, caller })).status,
    ).toBe(403);
    expect((await client(memoryWorld())("GET", "/gantry/instances", { caller })).status).toBe(403);
  });
});

describe("POST /gantry/instances of a workflow within the request", () => {
  const PLAN = {
    workflow: "factory.plan",
    trigger: { kind: "person", ref: "roadmap" },
    input: { request: "Build me a task manager" },
  };
  const answer = { proposal: PROPOSAL, speech: "Here is the plan.", question: "Shall I build it?" };
  const notice = { about: "builds", sentence: "Builds are refused here.", fix: null } as const;
  const planWorld = (consultant: () => unknown = () => answer): World => {
    const world = memoryWorld({ models: { consultant } });
    return Object.assign(world, { notices: async () => [notice] });
  };

  it("replies with the plan that a consultation proposes, which GET shows as well", async () => {
    const world = planWorld();
    const { status, json } = await post(world, PLAN);
    const consulted = await client(world)("POST", "/gantry/consult", {
      body: { message: PLAN.input.request },
    });
    const { plan, speech, question, notices } = consulted.json;
    expect(status).toBe(201);
    expect(json).toMatchObject({
      workflow: { id: "factory.plan", version: "2" },
      state: "COMPLETED",
      outcome: "succeeded",
      requester: OWNER.principal,
      gate_id: null,
      error: null,
      input: PLAN.input,
      steps: [],
      result: { plan, speech, question, notices },
      seal_sha256: null,
    });
    expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(notices).toEqual([notice]);
    expect((await client(world)("GET", `/gantry/instances/${json.instance_id}`)).json).toEqual(json);
    expect(
      (await client(world)("GET", "/gantry/instances?workflow=factory.plan")).json.instances,
    ).toHaveLength(1);
  });

  it("asks the model as a consultation does, and opens neither a consultation nor a gate", async () => {
    const world = planWorld();
    await post(world, PLAN);
    const [asked] = world.converser.requests.splice(0);
    expect(
      world.store.items().filter(({ pk, sk }) => /#conversation#/.test(pk) || sk.startsWith("GATE")),
    ).toEqual([]);
    await client(world)("POST", "/gantry/consult", { body: { message: PLAN.input.request } });
    // The run has less time, because it ends within its request.
    const { timeout_ms } = world.converser.requests[0] ?? {};
    expect(world.converser.requests).toEqual([{ ...asked, timeout_ms }]);
    expect(asked?.timeout_ms).toBe(25_000);
  });

  it("shows a plan that is too large for the log", async () => {
    const request = "x".repeat(8000);
    const { json } = await post(planWorld(), { ...PLAN, input: { request } });
    expect(json.result.plan.request).toEqual([request]);
  });

  it("says of a request without a plan what the consultant says", async () => {
    const world = planWorld(() => ({ proposal: null, speech: "I cannot build a compiler.", question: null }));
    const { status, json } = await post(world, PLAN);
    const consulted = await client(world)("POST", "/gantry/consult", { body: { message: "a compiler" } });
    expect([status, json.state, json.outcome, json.result]).toEqual([201, "TERMINATED", "failed", null]);
    expect(json.error).toEqual({ code: "UnsupportedRequest", message: consulted.json.speech });
  });

  it("says what a model that cannot be reached does to a run", async () => {
    const world = planWorld(() => {
      throw new GantryError("ModelUnavailable", "The model is away.");
    });
    const { status, json } = await post(world, PLAN);
    expect([status, json.error]).toEqual([201, { code: "ModelUnavailable", message: "The model is away." }]);
  });

  it.each([
    ["", "must not be empty"],
    ["x".repeat(8001), "must have at most 8,000 characters"],
  ])("refuses a request as a consultation does: %#", async (request, why) => {
    const world = planWorld();
    const refused = await post(world, { ...PLAN, input: { request } });
    const consulted = await client(world)("POST", "/gantry/consult", { body: { message: request } });
    expect([refused.status, consulted.status]).toEqual([400, 400]);
    expect([refused.json.field, refused.json.detail]).toEqual([
      "input.request",
      consulted.json.detail.replace("message", "input.request"),
    ]);
    expect(refused.json.detail).toContain(why);
    expect(world.converser.requests).toEqual([]);
  });

  it("refuses a request for a harmful app as a consultation does, before a model reads it", async () => {
    const world = planWorld();
    const request = "Build me a keylogger that sends passwords to my server";
    const refused = await post(world, { ...PLAN, input: { request } });
    const consulted = await client(world)("POST", "/gantry/consult", { body: { message: request } });
    expect([refused.status, refused.json.code, refused.json.field]).toEqual([
      422,
      "PolicyDenied",
      "input.request",
    ]);
    expect(refused.json.detail).toBe(consulted.json.detail);
    expect(world.converser.requests).toEqual([]);
    expect(world.store.items().filter(({ sk }) => sk === "META")).toEqual([]);
  });

  it.each([
    [{ ...PLAN, input: {} }, 400, "input.request"],
    [{ ...PLAN, input: { ...PLAN.input, deploy: "no" } }, 400, "input"],
    [{ ...PLAN, version: "9" }, 404, "workflow"],
    [{ ...PLAN, team: "payments" }, 403, "team"],
  ])("refuses %j before anything is recorded", async (body, status, field) => {
    const world = planWorld();
    const reply = await post(world, body);
    expect([reply.status, reply.json.field]).toEqual([status, field]);
    expect(world.store.items().filter(({ sk }) => sk === "META")).toEqual([]);
    expect(world.converser.requests).toEqual([]);
  });

  it("runs once under one Idempotency-Key, and replies the same", async () => {
    const world = planWorld();
    const headers = { "idempotency-key": "plan-1" };
    const send = () => client(world)("POST", "/gantry/instances", { body: PLAN, headers });
    const [first, second] = [await send(), await send()];
    expect([second.status, second.json]).toEqual([first.status, first.json]);
    expect(world.converser.requests).toHaveLength(1);
  });

  it("says of a run whose process died that it was accepted, and does not run it again", async () => {
    const world = planWorld(() => {
      throw new Error("the process dies here");
    });
    const headers = { "idempotency-key": "plan-1" };
    const send = () => client(world)("POST", "/gantry/instances", { body: PLAN, headers });
    const { transact } = world.store;
    world.store.transact = (writes) =>
      writes.some((write) => "put" in write && write.put.sk === "E#000000000003")
        ? Promise.reject(new Error("dead"))
        : transact(writes);
    expect((await send()).status).toBe(500);
    world.store.transact = transact;
    world.clock.advance(61_000);
    const again = await send();
    expect([again.status, again.json]).toEqual([
      202,
      { instance_id: expect.stringMatching(/^run_/), state: "RUNNING" },
    ]);
    expect(world.converser.requests).toHaveLength(1);
  });

  it("has the limit of model calls, and other workflows that of builds", async () => {
    const world = planWorld();
    const plan = await post(world, PLAN);
    const rollback = await post(world, ROLLBACK);
    const consulted = await client(world)("POST", "/gantry/consult", { body: { message: "a list" } });
    const limits = (reply: typeof plan) => reply.headers["ratelimit-policy"];
    expect(limits(plan)).toBe(limits(consulted));
    expect(limits(plan)).not.toBe(limits(rollback));
  });

  it("is for people only, and another tenant sees nothing of it", async () => {
    const world = planWorld();
    const caller = machineOf({ scopes: ["consultations:write", "missions:write"] });
    expect((await post(world, PLAN, caller as never)).status).toBe(403);
    const { json } = await post(world, PLAN);
    const url = `/gantry/instances/${json.instance_id}`;
    expect((await client(world)("GET", url, { caller: STRANGER })).status).toBe(404);
  });
});

describe("GET /gantry/instances", () => {
  /** Missions and runs, made one after another. */
  async function mixedWorld(): Promise<World> {
    const world = memoryWorld();
    for (const nth of [1, 2, 3]) {
      world.clock.advance(1000);
      await createMission(world, { id: `m_${nth}` });
      world.clock.advance(1000);
      await post(world, ROLLBACK);
    }
    return world;
  }

  const idsOf = (json: any): string[] => json.instances.map((each: any) => each.workflow.id);

  it("lists missions and runs together, newest first, each once over all pages", async () => {
    const world = await mixedWorld();
    const whole = (await client(world)("GET", "/gantry/instances")).json;
    expect(idsOf(whole)).toEqual([1, 2, 3].flatMap(() => ["gantry.rollback", "factory.mission"]));
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: any = (
        await client(world)("GET", `/gantry/instances?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`)
      ).json;
      seen.push(...page.instances.map((each: any) => each.instance_id));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(whole.instances.map((each: any) => each.instance_id));
  });

  it("filters by workflow and by state", async () => {
    const world = await mixedWorld();
    const get = async (query: string) => (await client(world)("GET", `/gantry/instances?${query}`)).json;
    expect(idsOf(await get("workflow=factory.mission"))).toEqual(Array(3).fill("factory.mission"));
    expect(idsOf(await get("state=CREATED&workflow=gantry.rollback"))).toHaveLength(3);
    expect(idsOf(await get("state=COMPLETED"))).toEqual([]);
  });

  it("returns nothing to another tenant", async () => {
    const world = await mixedWorld();
    const { json } = await client(world)("GET", "/gantry/instances", { caller: STRANGER });
    expect(json.instances).toEqual([]);
  });
});

describe("GET /gantry/instances/{id}", () => {
  it("shows a run with its steps, and a mission without", async () => {
    const world = memoryWorld();
    await createMission(world);
    const { instance_id } = (await post(world, ROLLBACK)).json;
    expect((await client(world)("GET", `/gantry/instances/${instance_id}`)).json).toMatchObject({
      instance_id,
      state: "CREATED",
      outcome: null,
      gate_id: null,
      input: ROLLBACK.input,
      steps: [],
    });
    expect((await client(world)("GET", "/gantry/instances/m_1")).json).toMatchObject({
      instance_id: "m_1",
      workflow: { id: "factory.mission" },
      steps: [],
    });
  });

  it("is NotFound for another tenant's execution and for an unknown one", async () => {
    const world = memoryWorld();
    const { instance_id } = (await post(world, ROLLBACK)).json;
    expect(
      (await client(world)("GET", `/gantry/instances/${instance_id}`, { caller: STRANGER })).status,
    ).toBe(404);
    expect((await client(world)("GET", "/gantry/instances/run_0")).status).toBe(404);
  });

  it("does not return a run at the routes for missions", async () => {
    const world = memoryWorld();
    const { instance_id } = (await post(world, ROLLBACK)).json;
    for (const path of [`/gantry/status/${instance_id}`, `/gantry/missions/${instance_id}/events`])
      expect((await client(world)("GET", path)).status).toBe(404);
    const cancelled = await client(world)("POST", `/gantry/missions/${instance_id}/cancel`, { body: {} });
    expect(cancelled.status).toBe(404);
  });
});
