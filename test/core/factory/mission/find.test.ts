import { describe, expect, it } from "@jest/globals";
import { clearMissions } from "#core/factory/mission/clear.ts";
import { findMission, latestMission, listMissions, type MissionFilters } from "#core/factory/mission/find.ts";
import { missionWorld, sealed } from "#test/core/factory/steps/mission-run.ts";
import { memoryWorld, OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { createMission, PLAN } from "#test/support/samples.ts";

async function found(world: World, filters: MissionFilters & { from?: string; to?: string }, caller = OWNER) {
  const { entries } = await listMissions(world, caller, { limit: 10, ...filters });
  return entries.map(({ id }) => id);
}

/** Ended missions, one a second, whose titles are their numbers; only lists and states are written. */
async function manyEnded(count: number): Promise<World> {
  const world = memoryWorld();
  await createMission(world, { id: "m_model" });
  const [sample] = (await listMissions(world, OWNER, { limit: 1 })).entries;
  for (let n = 0; n < count; n++) {
    const [id, time] = [`m_${n}`, new Date(n * 1000).toISOString()];
    const pk = `T#tn_1#execution#${id}`;
    const state = {
      ...sample,
      id,
      plan: { ...PLAN, title: `number-${n}.` },
      created_at: time,
      ended_at: time,
    };
    const list = { g1: "T#tn_1#L#mission#all#0", g1s: `${time}#${id}` };
    await world.store.transact([
      { put: { pk, sk: "META", seq: 1, hash: "0".repeat(64), amended: 0, state, ...list } },
    ]);
  }
  return world;
}

describe("lists of missions", () => {
  it("show the tenant's missions, newest first, and no one else's", async () => {
    const world = memoryWorld();
    for (const id of ["m_1", "m_2", "m_3"]) {
      await createMission(world, { id });
      world.clock.advance(1000);
    }
    await createMission(world, { id: "m_4", tenant: "tn_10" });
    expect(await found(world, {})).toEqual(["m_3", "m_2", "m_1"]);
    expect(await found(world, {}, STRANGER)).toEqual(["m_4"]);
    for (const id of ["m_4", "", "M_1", "m_1#HEAD", "../m_1"])
      await expect(findMission(world, OWNER, id)).rejects.toMatchObject({ code: "NotFound" });
  });

  it("are filtered by status, project and time", async () => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed" });
    const start = world.clock.now();
    world.clock.advance(1000);
    await createMission(world, { id: "m_2", plan: { ...PLAN, project_name: "notes" } });
    const second = new Date(start + 1000).toISOString();
    expect(await found(world, { status: "FAILED" })).toEqual(["m_1"]);
    expect(await found(world, { status: "QUEUED" })).toEqual(["m_2"]);
    expect(await found(world, { project: "notes" })).toEqual(["m_2"]);
    expect(await found(world, { project: "notes-m_2" })).toEqual(["m_2"]);
    expect(await found(world, { project: "note" })).toEqual([]);
    expect(await found(world, { from: second })).toEqual(["m_2"]);
    expect(await found(world, { to: second })).toEqual(["m_1"]);
    expect(await found(world, { status: "FAILED", from: second })).toEqual([]);
  });

  it("are searched for every word, in title, request and project", async () => {
    const world = memoryWorld();
    await createMission(world, { id: "m_1" });
    await createMission(world, {
      id: "m_2",
      plan: { ...PLAN, title: "Notes", request: ["Notes with SEARCH"] },
    });
    expect(await found(world, { q: "notes search" })).toEqual(["m_2"]);
    expect(await found(world, { q: "TASK" })).toEqual(["m_2", "m_1"]);
    expect(await found(world, { q: "task-manager-m_1" })).toEqual(["m_1"]);
    expect(await found(world, { q: "nothing" })).toEqual([]);
  });

  it("are searched to the last mission, and return how many were searched", async () => {
    const world = await manyEnded(700);
    const { entries, next_cursor, looked_at } = await listMissions(world, OWNER, {
      limit: 10,
      q: "number-0.",
    });
    expect([entries.map(({ id }) => id), next_cursor, looked_at]).toEqual([["m_0"], null, 701]);
  });
});

describe("clearing the list of missions", () => {
  it("hides ended missions from the lists, and keeps signals and evidence", async () => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed" });
    await createMission(world, { id: "m_2" });
    expect(await clearMissions(world, OWNER)).toEqual({ hidden: 1, complete: true });
    expect(await found(world, {})).toEqual(["m_2"]);
    expect((await findMission(world, OWNER, "m_1")).hidden).toBe(true);
    expect(world.vault.all.size).toBe(1);
    expect(await clearMissions(world, OWNER)).toEqual({ hidden: 0, complete: true });
  });

  it("hides every ended mission, however many there are, and keeps the running one", async () => {
    const world = await manyEnded(700);
    expect(await clearMissions(world, OWNER)).toEqual({ hidden: 700, complete: true });
    expect(await found(world, {})).toEqual(["m_model"]);
  });

  it("is named as the reason when there is no newest mission", async () => {
    const world = await missionWorld();
    await expect(latestMission(world, STRANGER)).rejects.toMatchObject({
      code: "NotFound",
      message: "There is no mission yet.",
    });
    expect((await latestMission(world, OWNER)).id).toBe("m_1");
    await sealed(world, { outcome: "failed" });
    await clearMissions(world, OWNER);
    await expect(latestMission(world, OWNER)).rejects.toMatchObject({
      code: "NotFound",
      message: "There is no mission to show: all were cleared from the lists. The newest of them is m_1.",
      detail: { cleared: true, mission_id: "m_1" },
    });
  });
});
