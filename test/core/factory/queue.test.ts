import { expect, it } from "@jest/globals";
import { release } from "#core/factory/admission.ts";
import { readQueue } from "#core/factory/queue.ts";
import { admitMission } from "#core/factory/steps/admit.ts";
import { changeSlots } from "#core/factory/steps/slots.ts";
import { memoryWorld, OWNER, STRANGER } from "#test/support/memory-world.ts";
import { createMission, PLAN } from "#test/support/samples.ts";

it("names who holds a slot and who waits, in their order, of this tenant alone", async () => {
  const world = memoryWorld();
  const slots = world.policy.missions.concurrent_missions;
  const ids = Array.from({ length: slots + 2 }, (_, n) => `m_${n}`);
  for (const id of ids) {
    await createMission(world, { id, plan: { ...PLAN, title: `App ${id}` } });
    await admitMission(world, { tenant: OWNER.tenant, mission_id: id, token: `t-${id}` });
  }
  const queue = await readQueue(world, OWNER);
  expect(queue.slots).toBe(slots);
  expect(queue.running.map(({ mission_id }) => mission_id)).toEqual(ids.slice(0, slots));
  expect(queue.waiting).toEqual(
    ids.slice(slots).map((id) => ({
      mission_id: id,
      title: `App ${id}`,
      status: "QUEUED",
      created_at: expect.any(String),
    })),
  );
  await changeSlots(world, OWNER.tenant, (state) => release(state, "m_0"));
  expect((await readQueue(world, OWNER)).waiting.map(({ mission_id }) => mission_id)).toEqual(ids.slice(-1));
  expect(await readQueue(world, STRANGER)).toEqual({ slots, running: [], waiting: [] });
});

it("reads no more than the first of a long queue, and still says each place", async () => {
  const world = memoryWorld();
  const waiting = Array.from({ length: 50 }, (_, n) => ({ mission: `m_${n}`, slots: 1 }));
  await changeSlots(world, OWNER.tenant, (state) => ({ ...state, waiting }));
  await createMission(world, { id: "m_49" });
  const queue = await readQueue(world, OWNER);
  expect(queue.waiting).toHaveLength(50);
  expect(queue.waiting[49]).toEqual({ mission_id: "m_49", title: null, status: null, created_at: null });
});
