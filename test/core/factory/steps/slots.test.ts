import { describe, expect, it } from "@jest/globals";
import type { Admission } from "#core/factory/admission.ts";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { admitMission } from "#core/factory/steps/admit.ts";
import { releaseSlot } from "#core/factory/steps/seal.ts";
import { Crash, crashing, noPause, scheduled } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { createMission } from "#test/support/samples.ts";

const NAMES = ["m_1", "m_2", "m_3", "m_4", "m_5"];

async function worldOf(names: readonly string[] = NAMES): Promise<World> {
  const world = memoryWorld();
  for (const id of names) await createMission(world, { id });
  return world;
}

const input = (mission_id: string) => ({ tenant: "tn_1", mission_id });
const admit = (world: World, id: string, token = `token-${id}`) =>
  admitMission(world, { ...input(id), token });
const toldOf = (world: World) => [...world.workflows.answers.keys()].sort();
const slots = (world: World) =>
  (world.store.items().find(({ sk }) => sk === "QUOTA#missions") as any).admission as Admission;

describe("the slots of a tenant", () => {
  it("let three missions run; the fourth starts when one ends", async () => {
    const world = await worldOf();
    for (const id of NAMES) await admit(world, id);
    expect(toldOf(world)).toEqual(["token-m_1", "token-m_2", "token-m_3"]);
    await releaseSlot(world, input("m_2"));
    expect(toldOf(world)).toContain("token-m_4");
    expect(toldOf(world)).not.toContain("token-m_5");
  });

  it("do not depend on another tenant's missions", async () => {
    const world = await worldOf();
    for (const id of NAMES) await admit(world, id);
    await createMission(world, { id: "m_9", tenant: "tn_10" });
    await admitMission(world, { tenant: "tn_10", mission_id: "m_9", token: "other" });
    expect(toldOf(world)).toContain("other");
  });

  it("are reported again to a step that runs again with a new token", async () => {
    const world = await worldOf();
    await admit(world, "m_1", "old");
    await admit(world, "m_1", "new");
    expect(toldOf(world)).toEqual(["new", "old"]);
    expect(slots(world).running).toEqual([{ mission: "m_1", notified: true }]);
  });

  it("are never lost when the process that grants them dies at any moment and runs again", async () => {
    for (let at = 0; ; at++) {
      const world = await worldOf();
      for (const id of NAMES) await admit(world, id);
      const crash = crashing(at);
      world.pauseWith(crash);
      await releaseSlot(world, input("m_1")).catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      await releaseSlot(world, input("m_1"));
      expect(toldOf(world)).toContain("token-m_4");
      expect(slots(world)).toMatchObject({
        running: [
          { mission: "m_2", notified: true },
          { mission: "m_3", notified: true },
          { mission: "m_4", notified: true },
        ],
        waiting: [{ mission: "m_5" }],
      });
      if (!crash.crashed()) break;
    }
  });

  it("are found by the next mission when the one that got a slot was never notified", async () => {
    const world = await worldOf();
    for (const id of NAMES.slice(0, 4)) await admit(world, id);
    world.pauseWith(crashing(4)); // read, write, then death before the token is looked up
    await expect(releaseSlot(world, input("m_1"))).rejects.toThrow(Crash);
    world.pauseWith(noPause);
    expect(toldOf(world)).not.toContain("token-m_4");
    await admit(world, "m_5");
    expect(toldOf(world)).toContain("token-m_4");
  });

  it("are never granted twice and never left idle when missions start and end at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = await worldOf();
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.all(
          NAMES.map(async (id, index) => {
            await admit(world, id);
            if (index < 2) await releaseSlot(world, input(id));
          }),
        );
        await scheduler.waitFor(all);
        await all;
        world.pauseWith(noPause);
        const { running, waiting } = slots(world);
        expect(running.map(({ mission }) => mission).sort()).toEqual(["m_3", "m_4", "m_5"]);
        expect(waiting).toEqual([]);
        expect(running.every(({ notified }) => notified)).toBe(true);
        expect(toldOf(world)).toEqual(expect.arrayContaining(["token-m_3", "token-m_4", "token-m_5"]));
      }),
      { numRuns: 30 },
    );
  });

  it("are not held by a mission that is cancelled at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = await worldOf();
        for (const id of NAMES.slice(0, 3)) await admit(world, id);
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.allSettled([admit(world, "m_4"), cancelMission(world, OWNER, "m_4")]);
        await scheduler.waitFor(all);
        const [admitted, cancelled] = await all;
        expect(cancelled.status).toBe("fulfilled");
        const refused = admitted.status === "rejected" && admitted.reason.code === "Cancelled";
        const answer = world.workflows.answers.get("token-m_4");
        expect(refused || (answer && "error" in answer && answer.error === "Cancelled")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
