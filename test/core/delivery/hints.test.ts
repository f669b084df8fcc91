import { describe, expect, it } from "@jest/globals";
import {
  closeConnection,
  countConnections,
  openConnection,
  replayHints,
} from "#core/delivery/connections.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { aggregatePk, connectionPk } from "#core/kernel/keys.ts";
import type { OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import type { Item } from "#core/kernel/ledger/store.ts";
import { missionWorld, runUntil, sealed } from "#test/core/factory/steps/mission-run.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { createMission, MISSION } from "#test/support/samples.ts";
import { amendmentsOf, deliver, entriesOf, hintsTo, observer } from "./outbox.ts";

const watch = async (world: World, ...sockets: string[]) => {
  for (const connection of sockets) await openConnection(world, { ...MISSION, connection });
};

/** A mission from its first signal to its last. */
async function ended(): Promise<World> {
  const world = await missionWorld();
  await runUntil(world, "seal");
  await sealed(world, { outcome: "succeeded" });
  return world;
}

describe("hints", () => {
  it("are posted to the sockets that watch, and closed sockets are removed", async () => {
    const world = await missionWorld();
    await watch(world, "A=", "B=");
    world.push.gone.add("B=");
    expect(await countConnections(world)).toBe(2);
    await deliver(world, entriesOf(world));
    expect(world.push.posted.map(({ connection }) => connection)).toEqual(["A="]);
    expect(hintsTo(world, "A=")).toEqual([
      {
        type: "status",
        signal: "gantry.mission.created",
        seq: 1,
        status: "QUEUED",
        message: "Task manager is waiting for a free slot.",
      },
    ]);
    expect(await world.store.query({ pk: connectionPk("tn_1", "m_1") })).toHaveLength(1);
    await closeConnection(world, { ...MISSION, connection: "A=" });
    expect(await countConnections(world)).toBe(0);
  });

  it("of a batch take one query and one post to each socket, with the newest signal", async () => {
    const world = await missionWorld();
    await runUntil(world, "install");
    await createMission(world, { id: "m_2" });
    await watch(world, "A=", "B=");
    const queries: string[] = [];
    const store: World["store"] = {
      ...world.store,
      query: (page) => {
        queries.push(page.pk);
        return world.store.query(page);
      },
    };
    const first = entriesOf(world);
    const second = entriesOf(world, { tenant: "tn_1", kind: "execution", id: "m_2" });
    await deliver({ ...world, store }, [...first.slice(0, 3), ...second, ...first.slice(3)]);
    expect(queries.sort()).toEqual([connectionPk("tn_1", "m_1"), connectionPk("tn_1", "m_2")]);
    expect(world.push.posted.map(({ connection }) => connection).sort()).toEqual(["A=", "B="]);
    for (const socket of ["A=", "B="])
      expect(hintsTo(world, socket)).toMatchObject([{ seq: first.length, status: "CHECKING" }]);
  });

  it("are posted to at most fifty sockets at once", async () => {
    const world = await missionWorld();
    await watch(world, ...Array.from({ length: 120 }, (_, index) => `s${index}=`));
    let [open, most] = [0, 0];
    const push: World["push"] = {
      ...world.push,
      post: async (connection, message) => {
        most = Math.max(most, ++open);
        await new Promise(setImmediate);
        open -= 1;
        return world.push.post(connection, message);
      },
    };
    await deliver({ ...world, push }, entriesOf(world));
    expect(most).toBe(50);
    expect(new Set(world.push.posted.map(({ connection }) => connection)).size).toBe(120);
  });

  it("that cannot be posted are counted, and delay neither other sockets nor the stream", async () => {
    const world = await missionWorld();
    await watch(world, "A=", "B=");
    const push: World["push"] = {
      ...world.push,
      post: async (connection, message) => {
        if (connection === "A=") throw new Error("throttled");
        return world.push.post(connection, message);
      },
    };
    const seen = observer();
    expect(await deliver({ ...world, push }, entriesOf(world), seen)).toEqual([]);
    expect(world.push.posted.map(({ connection }) => connection)).toEqual(["B="]);
    expect(seen.measures).toContainEqual({ name: "SocketHintsLost", unit: "Count", value: 1 });
    expect(seen.lines).toContainEqual({
      message: "hints lost",
      fields: { aggregate: "m_1", lost_hints: 1 },
    });
    expect(world.workflows.started.size).toBe(1);
  });

  it("are not sent for an aggregate without a view", async () => {
    const world = await missionWorld();
    await watch(world, "A=");
    const [{ signal }] = entriesOf(world) as [OutboxEntry];
    await deliver(world, [{ signal }]);
    expect(world.push.posted).toEqual([]);
  });

  it("are the same bytes when they are delivered, delivered late, and replayed", async () => {
    const world = await ended();
    await watch(world, "A=");
    const entries = entriesOf(world);
    for (const entry of entries) await deliver(world, [entry]);
    await deliver(world, amendmentsOf(world));
    await replayHints(world, { ...MISSION, connection: "B=" }, 0);
    const bytes = (socket: string) =>
      world.push.posted.filter(({ connection }) => connection === socket).map(({ message }) => message);
    expect(bytes("A=")).toHaveLength(entries.length + 1);
    expect(bytes("B=")).toEqual(bytes("A="));
  });

  it("describe the mission as of their signal", async () => {
    const world = await ended();
    await replayHints(world, { ...MISSION, connection: "A=" }, 0);
    const hints = hintsTo(world, "A=");
    expect(hints[0]).toMatchObject({ type: "status", signal: "gantry.mission.created", status: "QUEUED" });
    expect(hints[0]).not.toHaveProperty("url");
    const entered = hints.filter(({ signal }) => signal === "gantry.mission.phase_entered");
    const { phases } = await findMission(world, OWNER, "m_1");
    expect(entered.map(({ status }) => status)).toEqual(phases.slice(1, -2).map(({ phase }) => phase));
    expect(hints.at(-1)).toMatchObject({ status: "DEPLOYED", url: expect.any(String) });
  });
});

describe("a client that reconnects", () => {
  it("receives the hints it missed, and only those are read from the table", async () => {
    const world = await ended();
    const { seq } = await findMission(world, OWNER, "m_1");
    let read = 0;
    const store: World["store"] = {
      ...world.store,
      query: async (page) => {
        const items = await world.store.query(page);
        read += items.length;
        return items;
      },
    };
    await replayHints({ ...world, store }, { ...MISSION, connection: "A=" }, seq - 3);
    expect(hintsTo(world, "A=").map((hint) => hint.seq)).toEqual([seq - 2, seq - 1, seq, seq]);
    expect(read).toBe(4);
  });

  it("receives no hint of a signal that was stored without a view, but those after it", async () => {
    const world = await ended();
    const [first, ...others] = await world.store.query({
      pk: aggregatePk(missionRef("tn_1", "m_1")),
      prefix: "E#",
    });
    const { view: _, ...bare } = first!;
    await world.store.transact([{ put: bare as Item }]);
    await replayHints(world, { ...MISSION, connection: "A=" }, 0);
    expect(hintsTo(world, "A=").map((hint) => hint.seq)).toEqual([
      ...others.map((_other, index) => index + 2),
      others.length + 1,
    ]);
  });

  it("receives only the seal when it missed no signal, and nothing once its socket is closed", async () => {
    const world = await ended();
    const { seq } = await findMission(world, OWNER, "m_1");
    await replayHints(world, { ...MISSION, connection: "A=" }, seq);
    expect(hintsTo(world, "A=")).toEqual([expect.objectContaining({ seq, status: "DEPLOYED" })]);
    world.push.posted.length = 0;
    world.push.gone.add("A=");
    await replayHints(world, { ...MISSION, connection: "A=" }, 0);
    expect(world.push.posted).toEqual([]);
  });
});

describe("sockets", () => {
  it("are not counted after their expiry, although the table still contains them", async () => {
    const world = await missionWorld();
    await watch(world, "A=");
    world.clock.advance(2 * 3600 * 1000 + 1000);
    expect(await world.store.query({ pk: connectionPk("tn_1", "m_1") })).toHaveLength(1);
    expect(await countConnections(world)).toBe(0);
  });
});
