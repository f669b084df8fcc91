import { describe, expect, it } from "@jest/globals";
import { openConnection } from "#core/delivery/connections.ts";
import type { Observer } from "#core/delivery/handler.ts";
import { hintOf } from "#core/delivery/hint.ts";
import { relay } from "#core/delivery/relay.ts";
import { measure, missionAt } from "#core/factory/mission/measure.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { progressOf } from "#core/factory/mission/progress.ts";
import type { OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { aggregateOf } from "#core/kernel/ledger/signal-v1.ts";
import { SUBSCRIBERS } from "#core/registry/subscribers.ts";
import type { Pause } from "#test/support/memory-pause.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { fc, runs } from "#test/support/property.ts";
import { createMission } from "#test/support/samples.ts";
import { entriesOf, observer, type RecordingObserver } from "./outbox.ts";

const MISSIONS = ["m_1", "m_2", "m_3"];
const REFS = MISSIONS.map((id) => missionRef("tn_1", id));
const CALL = {
  role: "critic",
  model: "small",
  input_tokens: 1,
  output_tokens: 1,
  cost_micro_usd: 1,
  ms: 1,
  stop_reason: "end",
  price_table: "p",
};

/** What missions say: some of it is reported, all of it is hinted at. */
const FACTS: readonly SignalDraft[] = [
  missionSignal("gantry.mission.phase_entered", { phase: "ARCHITECTING", attempt: 0 }),
  missionSignal("gantry.mission.phase_entered", { phase: "HEALING", attempt: 1 }),
  missionSignal("gantry.mission.cancel_requested", { reason: "" }),
  missionSignal("gantry.model.called", CALL),
  missionSignal("gantry.mission.hidden", {}),
];

/** Which missions say what, in which order; together one shard of the stream. */
const said = fc.array(fc.tuple(fc.nat(MISSIONS.length - 1), fc.nat(FACTS.length - 1)), { maxLength: 12 });

/** What goes wrong with a call: it fails before it has its effect, or its reply is lost behind it. */
const faults = fc.array(fc.constantFrom("none", "none", "none", "before", "after"), { maxLength: 40 });

const delivery = fc.record({
  said,
  sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 20, maxLength: 20 }),
  faults,
  /** Before which handlers' runs the process dies. */
  deaths: fc.array(
    fc.nat(9).map((n) => n === 0),
    { maxLength: 40 },
  ),
  /** Which batches come twice, and which are halved where one of their signals fails. */
  twice: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  halved: fc.boolean(),
});

/** The stream: every mission's signals in order, those of different missions between each other. */
async function streamOf(world: World, steps: readonly (readonly [number, number])[]): Promise<OutboxEntry[]> {
  for (const id of MISSIONS) await createMission(world, { id });
  for (const [index, fact] of steps) {
    world.clock.advance(1000);
    await world.ledger.append(missions, REFS[index]!, () => ({ drafts: [FACTS[fact]!] }));
  }
  const chains = REFS.map((ref) => entriesOf(world, ref));
  const order = [...MISSIONS.keys(), ...steps.map(([index]) => index)];
  return order.map((index) => chains[index]!.shift()!);
}

/** Each call of a service may fail, as long as there are faults left. */
function failing(left: string[]): Pause {
  return {
    async around(name, act) {
      const fault = left.shift();
      if (fault === "before") throw new Error(`${name} failed`);
      const result = await act();
      // A transaction whose reply is lost is repeated under its token by the SDK, until a reply comes.
      if (fault === "after" && name !== "store.transact") throw new Error(`the reply of ${name} was lost`);
      return result;
    },
  };
}

/** Dies before some runs: what the process had left to do it never does. */
function dyingProcess(
  seen: RecordingObserver,
  deaths: boolean[],
): { observer: Observer; begin(): void; died(): boolean } {
  let dead = false;
  return {
    begin: () => {
      dead = false;
    },
    died: () => dead,
    observer: {
      ...seen,
      around: async (run, work) => {
        dead ||= deaths.shift() === true;
        if (dead) throw new Error("dead");
        await seen.around(run, work);
      },
    },
  };
}

const halves = (batch: OutboxEntry[]): OutboxEntry[][] => [
  batch.slice(0, Math.ceil(batch.length / 2)),
  batch.slice(Math.ceil(batch.length / 2)),
];

describe("the handlers of signals", () => {
  it("take effect exactly once for each signal, despite failures, crashes and repeated delivery", async () => {
    const property = fc.asyncProperty(delivery, async (given) => {
      const world = memoryWorld();
      const stream = await streamOf(world, given.said);
      for (const id of MISSIONS)
        await openConnection(world, { tenant: "tn_1", mission_id: id, connection: `${id}=` });
      world.pauseWith(failing([...given.faults]));
      const seen = observer();
      const process = dyingProcess(seen, [...given.deaths]);

      /** As an event source does: until every record is taken. */
      const take = async (batch: OutboxEntry[]): Promise<void> => {
        for (let rest = batch; rest.length > 0; ) {
          process.begin();
          const failed = await relay(world, SUBSCRIBERS, rest, process.observer);
          if (process.died()) continue;
          const first = rest.findIndex((entry) => failed.has(entry));
          if (first < 0) return;
          rest = rest.slice(first);
          if (given.halved && rest.length > 1) {
            for (const half of halves(rest)) await take(half);
            return;
          }
        }
      };

      const left = [...stream];
      for (let n = 0; left.length > 0; n++) {
        const batch = left.splice(0, given.sizes[n % given.sizes.length]);
        await take(batch);
        if (given.twice[n % given.twice.length]) await take([...batch, ...batch]);
        expectNewestHints(world, batch);
      }

      world.pauseWith({ around: async (_, act) => await act() });
      expect([...world.workflows.started.keys()].sort()).toEqual(MISSIONS);
      expect(reported(seen)).toEqual(await expected(world, stream));
    });
    await fc.assert(property, { numRuns: runs(300) });
  });
});

/** Every socket's last hint is that of its aggregate's last signal in the batch. */
function expectNewestHints(world: World, batch: readonly OutboxEntry[]): void {
  for (const [source, entries] of Map.groupBy(batch, ({ signal }) => signal.source)) {
    const { id } = aggregateOf({ source });
    const last = world.push.posted.findLast(({ connection }) => connection === `${id}=`);
    expect(last?.message).toBe(hintOf(entries.at(-1)!));
  }
}

const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();

function reported({ lines, measures }: RecordingObserver) {
  return { lines: sorted(lines), measures: sorted(measures) };
}

async function expected(world: World, stream: readonly OutboxEntry[]) {
  const all = [];
  for (const { signal } of stream) {
    const mission = await missionAt(world, [signal]);
    all.push({ progress: progressOf(signal, mission), measures: measure(signal, mission) });
  }
  return {
    lines: sorted(all.flatMap(({ progress }) => progress ?? [])),
    measures: sorted(all.flatMap(({ measures }) => measures)),
  };
}
