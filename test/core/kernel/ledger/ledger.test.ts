import { describe, expect, it } from "@jest/globals";
import { type AggregateRef, metaKey } from "#core/kernel/keys.ts";
import { chainFault } from "#core/kernel/ledger/chain.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { type Signal, type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";
import { type Item, keyOf, type Write } from "#core/kernel/ledger/store.ts";
import { belongsTo } from "#test/support/belongs-to.ts";
import { crashing, noPause, type Pause, scheduled } from "#test/support/memory-pause.ts";
import { countingIds, fakeClock } from "#test/support/memory-ports.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { fc, runs } from "#test/support/property.ts";

interface Tally {
  readonly count: number;
  readonly words: readonly string[];
}

const tallies: Projection<Tally> = {
  reduce: (state, { data }) => ({
    count: (state?.count ?? 0) + 1,
    words: [...(state?.words ?? []), String(data.word)],
  }),
  listing: ({ count }) => ({ kind: "tally", status: count > 2 ? "many" : "few", time: "2026" }),
};

const REF: AggregateRef = { tenant: "tn_1", kind: "topic", id: "f_1" };
const draft = (word: string, dedupe?: string): SignalDraft => ({
  type: "gantry.test.said",
  data: { word },
  actor: SYSTEM,
  ...(dedupe === undefined ? {} : { dedupe }),
});

function world(first: Pause = noPause) {
  let pause = first;
  const clock = fakeClock();
  const store = memoryStore({ around: (name, act) => pause.around(name, act) });
  const ledger = createLedger({ store, clock, ids: countingIds(clock) });
  return {
    store,
    ledger,
    say: (word: string, dedupe?: string) =>
      ledger.append(tallies, REF, () => ({ drafts: [draft(word, dedupe)] })),
    pauseWith: (next: Pause) => {
      pause = next;
    },
    /** All signals; the chain must be whole and add up to what is stored. */
    async whole(ref = REF): Promise<Signal[]> {
      pause = noPause;
      const signals = await ledger.signals(ref, 0, 1000);
      expect(chainFault(signals)).toBeUndefined();
      const state = signals.reduce<Tally | null>((current, signal) => tallies.reduce(current, signal), null);
      expect(await ledger.load(ref)).toEqual(state);
      const item = await store.get(metaKey(ref));
      const last = signals.at(-1);
      expect([item?.seq, item?.hash]).toEqual([last && sequenceOf(last), last?.hash]);
      return signals;
    },
  };
}

describe("appending to the ledger", () => {
  it("replaces half of a surrogate pair, which could not be stored", async () => {
    const { say, whole } = world();
    await say("half \ud83d", "once");
    expect((await say("half \ud83d", "once")).duplicate_of).toBeDefined();
    expect((await whole()).map(({ data }) => data.word)).toEqual(["half \ufffd"]);
  });

  it("chains signals, projects them and lists the aggregate", async () => {
    const { ledger, say, whole, store } = world();
    await say("a");
    const { state, signals } = await say("b");
    expect(state).toEqual({ count: 2, words: ["a", "b"] });
    expect(signals.map(({ sequence }) => sequence)).toEqual(["000000000002"]);
    expect(await whole()).toHaveLength(2);
    expect(await ledger.signals(REF, 1, 10)).toHaveLength(1);
    expect(await store.query({ index: "g1", pk: "T#tn_1#L#tally#few#0" })).toHaveLength(1);
    expect(await store.query({ index: "g2", pk: "T#tn_1#K#f_1" })).toHaveLength(2);
    expect(await store.query({ index: "g3", pk: "T#tn_1#Y#test#20261121#0" })).toHaveLength(2);
    await say("c");
    expect(await store.query({ index: "g1", pk: "T#tn_1#L#tally#few#0" })).toEqual([]);
  });

  it("keeps every key and index key inside the tenant", async () => {
    const { say, store } = world();
    await say("a", "key");
    for (const { pk, g1, g2, g3 } of store.items())
      for (const key of [pk, g1, g2, g3])
        if (key !== undefined) expect(belongsTo("tn_1", String(key))).toBe(true);
  });

  it("changes nothing when the decision is null or empty, or throws", async () => {
    const { ledger, say, store } = world();
    await say("a");
    const before = store.items();
    expect(await ledger.append(tallies, REF, () => null)).toEqual({
      state: { count: 1, words: ["a"] },
      signals: [],
    });
    await ledger.append(tallies, REF, () => ({ drafts: [] }));
    const refuse = () => {
      throw new RangeError("no");
    };
    await expect(ledger.append(tallies, REF, refuse)).rejects.toThrow(RangeError);
    expect(store.items()).toEqual(before);
  });

  it("stores the same drafts under one key once, and refuses other drafts under it", async () => {
    const { say, store } = world();
    const first = await say("a", "key");
    const before = store.items();
    const second = await say("a", "key");
    expect(second).toEqual({ state: first.state, signals: [], duplicate_of: first.signals[0]?.id });
    await expect(say("b", "key")).rejects.toMatchObject({ code: "IdempotencyMismatch", field: "dedupekey" });
    expect(store.items()).toEqual(before);
  });

  it("keeps the keys of different aggregates apart", async () => {
    const { ledger, say } = world();
    await say("a", "key");
    for (const ref of [
      { ...REF, id: "f_2" },
      { ...REF, tenant: "tn_10" },
      { ...REF, kind: "conversation" as const },
    ])
      expect((await ledger.append(tallies, ref, () => ({ drafts: [say2("z")] }))).signals).toHaveLength(1);

    function say2(word: string) {
      return { type: "gantry.test.said", data: { word }, actor: SYSTEM, dedupe: "key" };
    }
  });

  it("commits other aggregates and writes with the append, or nothing at all", async () => {
    const { ledger, store, whole } = world();
    const other = { ...REF, id: "f_2" };
    const change = {
      drafts: [draft("a")],
      creates: [{ ref: other, projection: tallies as Projection<unknown>, drafts: [draft("b"), draft("c")] }],
      writes: [{ put: { pk: "T#tn_1", sk: "MEM#x", own: 1 }, when: { absent: true } as const }],
    };
    await ledger.append(tallies, REF, () => change);
    expect(await whole()).toHaveLength(1);
    expect(await whole(other)).toHaveLength(2);
    const before = store.items();
    await expect(ledger.append(tallies, REF, () => change)).rejects.toMatchObject({ code: "Conflict" });
    expect(store.items()).toEqual(before);
  });

  it("is complete or has no effect when the process dies", async () => {
    for (let at = 0; ; at++) {
      const { say, whole, pauseWith } = world();
      await say("a");
      const crash = crashing(at);
      pauseWith(crash);
      await say("b", "key").catch(() => {});
      const done = (await whole()).length;
      expect([1, 2]).toContain(done);
      await say("b", "key");
      expect(await whole()).toHaveLength(2);
      if (!crash.crashed()) break;
    }
  });
});

describe("an append to the ledger", () => {
  it("is one transaction in which state, signals and dedupe items depend on the head that was read", async () => {
    const { ledger, say, store } = world();
    await say("a");
    const { seq, hash } = (await store.get(metaKey(REF))) as Item;
    const sent: (readonly Write[])[] = [];
    const watched = createLedger({
      store: { ...store, transact: async (writes) => void sent.push(writes) },
      clock: fakeClock(),
      ids: countingIds(fakeClock()),
    });
    for (const ref of [REF, { ...REF, id: "f_2" }])
      await watched.append(tallies, ref, () => ({ drafts: [draft("b", "key")] }));
    const guards = sent.map((writes) => writes.map((write) => [keyOf(write).sk, write.when]));
    const absent = { absent: true };
    expect(guards).toEqual([
      [
        ["META", { equals: { seq, hash, amended: 0 } }],
        ["E#000000000002", absent],
        ["D", absent],
      ],
      [
        ["META", absent],
        ["E#000000000001", absent],
        ["D", absent],
      ],
    ]);
    expect(await ledger.load(REF)).toEqual({ count: 1, words: ["a"] });
  });

  it("reads one item", async () => {
    const calls: string[] = [];
    const { say } = world({
      around: async (name, act) => {
        calls.push(name);
        return await act();
      },
    });
    await say("a", "key");
    await say("b");
    expect(calls).toEqual(["store.get", "store.transact", "store.get", "store.transact"]);
  });
});

describe("amending an aggregate", () => {
  const add = (words: string) => (state: Tally) => ({ ...state, words: [...state.words, words] });

  it("changes the state without a signal", async () => {
    const { ledger, say } = world();
    const { signals } = await say("one");
    const before = await ledger.signals(REF, 0, 10);
    expect(await ledger.amend(tallies, REF, add("seal"))).toEqual({ count: 1, words: ["one", "seal"] });
    expect(await ledger.signals(REF, 0, 10)).toEqual(before);
    const { state, signals: next } = await say("two");
    expect(state.words).toEqual(["one", "seal", "two"]);
    expect(next[0]).toMatchObject({ prevhash: signals[0]?.hash });
  });

  it("changes nothing for a null decision, and is refused for a missing aggregate", async () => {
    const { ledger, say, store } = world();
    await expect(ledger.amend(tallies, REF, add("x"))).rejects.toMatchObject({ code: "NotFound" });
    await say("one");
    const before = JSON.stringify(store.items());
    expect(await ledger.amend(tallies, REF, () => null)).toEqual({ count: 1, words: ["one"] });
    expect(JSON.stringify(store.items())).toBe(before);
  });

  it("loses no amendment and no signal to another writer, in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { ledger, say, store, pauseWith } = world();
        await say("one");
        pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const done = Promise.all([
          ledger.amend(tallies, REF, add("a")),
          ledger.amend(tallies, REF, add("b")),
          say("two"),
          say("three"),
        ]);
        await scheduler.waitFor(done);
        pauseWith(noPause);
        const state = (await store.get(metaKey(REF)))?.state as Tally;
        expect(state.count).toBe(3);
        expect([...state.words].sort()).toEqual(["a", "b", "one", "three", "two"]);
      }),
    );
  });
});

describe("an opened aggregate", () => {
  /** An opened aggregate, and the calls of the table since it was opened. */
  async function openedWorld() {
    const calls: string[] = [];
    const w = world({
      around: async (name, act) => {
        calls.push(name.replace("store.", ""));
        return await act();
      },
    });
    const opened = await w.ledger.open(tallies, REF);
    calls.length = 0;
    return {
      ...w,
      opened,
      calls,
      add: (word: string, key?: string) => opened.append(() => ({ drafts: [draft(word, key)] })),
    };
  }

  it("is read once, however many appends follow", async () => {
    const { opened, add, calls, whole } = await openedWorld();
    expect(opened.state).toBeNull();
    await add("a");
    await add("b", "key");
    expect(opened.state).toEqual({ count: 2, words: ["a", "b"] });
    await opened.append((state) => ({ drafts: [draft(`${state?.count}`)] }));
    expect(calls).toEqual(["transact", "transact", "transact"]);
    expect((await whole()).map(({ data }) => data.word)).toEqual(["a", "b", "2"]);
  });

  it("is read again after another writer's change, and decides on the state then", async () => {
    const { opened, add, say, calls, whole } = await openedWorld();
    await add("a");
    await say("other");
    calls.length = 0;
    const seen: (number | undefined)[] = [];
    const { state } = await opened.append((current) => {
      seen.push(current?.count);
      return { drafts: [draft("b")] };
    });
    expect(seen).toEqual([1, 2]);
    expect(state).toEqual({ count: 3, words: ["a", "other", "b"] });
    expect(calls).toEqual(["transact", "get", "transact"]);
    expect(await whole()).toHaveLength(3);
  });

  it("throws the error of the decision on the current state, and stores nothing", async () => {
    const { opened, add, say, store } = await openedWorld();
    await add("a");
    await say("stop");
    const before = store.items();
    const unlessStopped = opened.append((current) => {
      if (current?.words.includes("stop")) throw new RangeError("stopped");
      return { drafts: [draft("b")] };
    });
    await expect(unlessStopped).rejects.toThrow("stopped");
    expect(store.items()).toEqual(before);
  });

  it("finds what another writer stored under a key, and the state then", async () => {
    const { opened, add, say, calls } = await openedWorld();
    await add("a");
    const { signals } = await say("once", "key");
    calls.length = 0;
    expect(await add("once", "key")).toEqual({
      state: { count: 2, words: ["a", "once"] },
      signals: [],
      duplicate_of: signals[0]?.id,
    });
    await expect(add("else", "key")).rejects.toMatchObject({ code: "IdempotencyMismatch" });
    await add("b");
    expect(opened.state?.words).toEqual(["a", "once", "b"]);
  });

  it("is read again after a transaction without a reply, whatever its result", async () => {
    for (const after of [false, true]) {
      const { add, pauseWith, whole } = await openedWorld();
      await add("a");
      pauseWith({
        around: async (_, act) => {
          if (after) await act();
          throw new Error("the network is gone");
        },
      });
      await expect(add("b")).rejects.toThrow("the network is gone");
      pauseWith(noPause);
      await add("c");
      const said = after ? ["a", "b", "c"] : ["a", "c"];
      expect((await whole()).map(({ data }) => data.word)).toEqual(said);
    }
  });

  it("loses nothing in concurrent appends beside another writer", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const w = world();
        const opened = await w.ledger.open(tallies, REF);
        w.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const words = ["a", "b", "c"];
        const all = Promise.all([
          ...words.map((word) => opened.append(() => ({ drafts: [draft(word)] }))),
          w.say("other"),
        ]);
        await scheduler.waitFor(all);
        await all;
        const said = (await w.whole()).map(({ data }) => data.word);
        expect(said.toSorted()).toEqual([...words, "other"]);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("appending from several processes at once", () => {
  /** Runs these at once in an order that the scheduler draws. */
  async function race<T>(scheduler: fc.Scheduler, start: (w: ReturnType<typeof world>) => Promise<T>[]) {
    const w = world(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
    const all = Promise.allSettled(start(w));
    await scheduler.waitFor(all);
    return { w, results: await all };
  }

  it("has one winner per key, and the losers receive the winner's id", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, writers) => {
        const { w, results } = await race(scheduler, ({ say }) =>
          Array.from({ length: writers }, () => say("same", "key")),
        );
        const signals = await w.whole();
        expect(signals).toHaveLength(1);
        const answers = results.map((result) =>
          result.status === "fulfilled" ? result.value : result.reason,
        );
        const won = answers.filter(({ signals: said }) => said.length === 1);
        expect(won).toHaveLength(1);
        for (const answer of answers) {
          expect(answer.state).toEqual({ count: 1, words: ["same"] });
          if (answer !== won[0]) expect(answer.duplicate_of).toBe(signals[0]?.id);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it("refuses a second append with other drafts under the key", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { w, results } = await race(scheduler, ({ say }) => [say("a", "key"), say("b", "key")]);
        expect(await w.whole()).toHaveLength(1);
        const codes = results.map((result) => (result.status === "rejected" ? result.reason.code : "said"));
        expect(codes.sort()).toEqual(["IdempotencyMismatch", "said"]);
      }),
      { numRuns: runs(100) },
    );
  });

  it("keeps the chain unbroken and loses no signal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const words = ["a", "b", "c", "d"];
        const { w, results } = await race(scheduler, ({ say }) => words.map((word) => say(word)));
        expect(results.map(({ status }) => status)).toEqual(words.map(() => "fulfilled"));
        expect((await w.whole()).map(({ data }) => data.word).sort()).toEqual(words);
      }),
      { numRuns: runs(100) },
    );
  });

  it("decides on the state that it commits to", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { w } = await race(scheduler, ({ ledger }) =>
          Array.from({ length: 4 }, () =>
            ledger.append(tallies, REF, (state) =>
              (state?.count ?? 0) < 2 ? { drafts: [draft(`number ${state?.count ?? 0}`)] } : null,
            ),
          ),
        );
        expect((await w.whole()).map(({ data }) => data.word)).toEqual(["number 0", "number 1"]);
      }),
      { numRuns: runs(100) },
    );
  });
});
