import { describe, expect, it } from "@jest/globals";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import type { OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import { missionWorld, runUntil } from "#test/core/factory/steps/mission-run.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { createMission, MISSION } from "#test/support/samples.ts";
import { deliver, entriesOf, observer } from "./outbox.ts";

const [M1, M2] = [missionRef("tn_1", "m_1"), missionRef("tn_1", "m_2")];
const phase = (name: "ARCHITECTING" | "CHECKING") =>
  missionSignal("gantry.mission.phase_entered", { phase: name, attempt: 0 });

async function twoMissions(): Promise<World> {
  const world = memoryWorld();
  for (const ref of [M1, M2]) {
    await createMission(world, ref);
    world.clock.advance(2000);
    await world.ledger.append(missions, ref, () => ({ drafts: [phase("ARCHITECTING")] }));
  }
  return world;
}

/** The world, but its workflow engine refuses this mission. */
const refusing = (world: World, id: string): World => ({
  ...world,
  workflows: {
    ...world.workflows,
    start: async (start) => {
      if (start.execution.id === id) throw new Error("throttled");
      await world.workflows.start(start);
    },
  },
});

describe("the relay", () => {
  it("starts the machine of a new mission, the same one however often the signal is delivered", async () => {
    const world = await missionWorld();
    for (let n = 0; n < 2; n++) await deliver(world, entriesOf(world));
    expect([...world.workflows.started.values()]).toEqual([
      {
        execution: { tenant: "tn_1", id: "m_1" },
        machine: "mission",
        input: { ...MISSION, deploy: true, publish: true, limits: world.policy.missions },
      },
    ]);
  });

  it("starts nothing for signals of other aggregates", async () => {
    const world = await missionWorld();
    const [{ signal }] = entriesOf(world) as [OutboxEntry];
    expect(await deliver(world, [{ signal: { ...signal, source: "/t/tn_1/conversation/m_1" } }])).toEqual([]);
    expect(world.workflows.started.size).toBe(0);
  });

  it("ignores a signal type without a handler", async () => {
    const world = await missionWorld();
    const [{ signal }] = entriesOf(world) as [OutboxEntry];
    expect(await deliver(world, [{ signal: { ...signal, type: "constructor" } }])).toEqual([]);
  });

  it("delivers an aggregate's signals in order although one of another aggregate fails", async () => {
    const world = await twoMissions();
    const seen = observer();
    const batch = [...entriesOf(world, M1), ...entriesOf(world, M2)];
    expect(await deliver(refusing(world, "m_1"), batch, seen)).toEqual(["m_1 1"]);
    expect([...world.workflows.started.keys()]).toEqual(["m_2"]);
    expect(seen.failures).toEqual(["start-execution"]);
    expect(seen.lines.map(({ fields }) => fields.phase)).toEqual([
      "QUEUED",
      "ARCHITECTING",
      "QUEUED",
      "ARCHITECTING",
    ]);
  });

  it("does not repeat the work of other handlers when a signal is delivered again", async () => {
    const world = await twoMissions();
    const seen = observer();
    const batch = entriesOf(world, M1);
    expect(await deliver(refusing(world, "m_1"), batch, seen)).toEqual(["m_1 1"]);
    expect(await deliver(world, batch, seen)).toEqual([]);
    expect(world.workflows.started.size).toBe(1);
    expect(seen.lines).toHaveLength(2);
    expect(seen.measures).toEqual([
      { name: "PhaseSeconds", unit: "Seconds", value: 2, dimension: { phase: "QUEUED" } },
    ]);
  });

  it("reports signals that are replayed out of order, each once", async () => {
    const world = await twoMissions();
    const seen = observer();
    const [first, second] = entriesOf(world, M1) as [OutboxEntry, OutboxEntry];
    for (const batch of [[second], [first], [first, second, second]]) await deliver(world, batch, seen);
    expect(seen.lines.map(({ fields }) => fields.phase)).toEqual(["ARCHITECTING", "QUEUED"]);
  });

  it("has one report per signal when two relays receive the same batch", async () => {
    const world = await twoMissions();
    const seen = observer();
    const batch = entriesOf(world, M1);
    await Promise.all([deliver(world, batch, seen), deliver(world, batch, seen)]);
    expect(seen.lines).toHaveLength(2);
  });

  it("stores no receipt for a signal that is not reported", async () => {
    const world = await twoMissions();
    const run = missionSignal("gantry.execution.transitioned", {
      from: "CREATED",
      to: "RUNNING",
      outcome: null,
    });
    await world.ledger.append(missions, M1, () => ({ drafts: [run] }));
    const before = world.store.items().length;
    await deliver(world, entriesOf(world, M1).slice(-1));
    expect(world.store.items()).toHaveLength(before);
  });

  it("keeps receipts for a month by the table's time to live", async () => {
    const world = await twoMissions();
    await deliver(world, entriesOf(world, M1));
    const receipts = world.store.items().filter(({ pk, ttl }) => pk.startsWith("T#tn_1#D#") && ttl);
    expect(receipts.map(({ ttl }) => ttl)).toEqual(
      Array.from({ length: 2 }, () => world.clock.now() / 1000 + 30 * 86_400),
    );
  });

  it("loads a mission once for all its phases in a batch, and never for a batch without one", async () => {
    const world = await missionWorld();
    await runUntil(world, "seal");
    const loads: string[] = [];
    const ledger: World["ledger"] = {
      ...world.ledger,
      load: (ref) => {
        loads.push(ref.id);
        return world.ledger.load(ref);
      },
    };
    const all = entriesOf(world);
    await deliver({ ...world, ledger }, all);
    expect(loads).toEqual(["m_1"]);
    await deliver({ ...world, ledger }, all.slice(0, 1));
    expect(loads).toHaveLength(1);
  });
});
