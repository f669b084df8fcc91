import { beforeAll, describe, expect, it } from "@jest/globals";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import { type Run, runRef } from "#core/workflows/run.ts";
import { machineOf, personOf } from "#test/support/callers.ts";
import { memoryWorld, OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";
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
