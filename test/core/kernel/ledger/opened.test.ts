import { describe, expect, it } from "@jest/globals";
import { type AggregateRef, amendmentSk, eventKey, metaKey } from "#core/kernel/keys.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { countingIds, fakeClock } from "#test/support/memory-ports.ts";
import { memoryStore } from "#test/support/memory-store.ts";

/** Words, each kept as an item too, shown to people, and on the timeline that the first one names. */
const words: Projection<readonly string[]> = {
  reduce: (state, { data }) => [...(state ?? []), String(data.word)],
  correlation: (state, begun) => (state ? `c_${state[0]}` : `c_${begun.word}`),
  view: (state) => ({ status: `${state.length}`, message: state.join(" "), url: null }),
  items: (state, before) => [
    { pk: "T#tn_1", sk: `WORD#${state.at(-1)}`, count: state.length, before: before?.length ?? null },
  ],
  withholdable: new Set(["gantry.test.typed"]),
  listing: () => null,
};

const REF: AggregateRef = { tenant: "tn_1", kind: "topic", id: "f_1" };
const OTHER: AggregateRef = { ...REF, id: "f_2" };
const draft = (word: string, over: Partial<SignalDraft> = {}): SignalDraft => ({
  type: "gantry.test.said",
  data: { word },
  actor: SYSTEM,
  ...over,
});

function world() {
  const clock = fakeClock();
  const store = memoryStore(noPause);
  const ledger = createLedger({ store, clock, ids: countingIds(clock) });
  return {
    store,
    ledger,
    say: (...said: SignalDraft[]) => ledger.append(words, REF, () => ({ drafts: said })),
    viewAt: async (seq: number) => (await store.get(eventKey(REF, seq)))?.view,
  };
}

describe("what follows from a signal", () => {
  it("is kept with it: what people see after it, and not after the ones behind it", async () => {
    const { say, viewAt } = world();
    await say(draft("a"), draft("b"));
    await say(draft("c"));
    expect([await viewAt(1), await viewAt(2), await viewAt(3)]).toEqual([
      { status: "1", message: "a", url: null },
      { status: "2", message: "a b", url: null },
      { status: "3", message: "a b c", url: null },
    ]);
  });

  it("is stored in its transaction: each item as the last signal left it", async () => {
    const { say, store } = world();
    await say(draft("a"), draft("b"), draft("a"));
    const items = await store.query({ pk: "T#tn_1", prefix: "WORD#" });
    expect(items).toEqual([
      { pk: "T#tn_1", sk: "WORD#a", count: 3, before: 2 },
      { pk: "T#tn_1", sk: "WORD#b", count: 2, before: 1 },
    ]);
  });

  it("keeps items with one sort key in two partitions apart", async () => {
    const { ledger, store } = world();
    const twice: Projection<readonly string[]> = {
      ...words,
      items: () => ["T#tn_1#a", "T#tn_1#b"].map((pk) => ({ pk, sk: "ITEM" })),
    };
    await ledger.append(twice, REF, () => ({ drafts: [draft("a")] }));
    for (const pk of ["T#tn_1#a", "T#tn_1#b"]) expect(await store.query({ pk })).toHaveLength(1);
  });

  it("is nothing where the projection has neither views nor items", async () => {
    const { ledger, store } = world();
    const plain: Projection<readonly string[]> = { reduce: words.reduce, listing: words.listing };
    await ledger.append(plain, REF, () => ({ drafts: [draft("a")] }));
    await ledger.amend(plain, REF, (state) => [...state, "b"]);
    expect(store.items().map(({ sk }) => sk)).toEqual(["E#000000000001", "META"]);
    expect(await store.get(eventKey(REF, 1))).not.toHaveProperty("view");
    expect(await store.get(metaKey(REF))).not.toHaveProperty("g1");
  });
});

describe("the timeline of an aggregate", () => {
  it("is chosen by its first signal, and the same for all others", async () => {
    const { say } = world();
    const first = await say(draft("a"), draft("b"));
    const second = await say(draft("c"));
    expect([...first.signals, ...second.signals].map(({ correlationid }) => correlationid)).toEqual([
      "c_a",
      "c_a",
      "c_a",
    ]);
  });

  it("is its own id where the projection chooses none", async () => {
    const { ledger } = world();
    const own = { ...words, correlation: () => undefined };
    const { signals } = await ledger.append(own, REF, () => ({ drafts: [draft("a")] }));
    expect(signals[0]?.correlationid).toBe("f_1");
  });
});

describe("signals of another aggregate, begun with a change", () => {
  const projection = words as Projection<unknown>;

  it("are caused by the last signal of this one, unless they name another cause", async () => {
    const { ledger } = world();
    const { signals } = await ledger.append(words, REF, () => ({
      drafts: [draft("a"), draft("b"), draft("c")],
      creates: [{ ref: OTHER, projection, drafts: [draft("d"), draft("e", { causation: "s_else" })] }],
    }));
    expect(signals.map(({ causationid }) => causationid)).toEqual([undefined, undefined, undefined]);
    const begun = await ledger.signals(OTHER, 0, 10);
    expect(begun.map(({ causationid }) => causationid)).toEqual([signals[2]?.id, "s_else"]);
    for (const { id } of [...signals, ...begun]) expect(id).toMatch(/^s_/);
  });

  it("hold no half of a surrogate pair either", async () => {
    const { ledger } = world();
    const said = [draft("a"), draft("half \ud83d")];
    const plain = { reduce: words.reduce, listing: words.listing } as Projection<unknown>;
    await ledger.append(words, REF, () => ({
      drafts: said,
      creates: [{ ref: OTHER, projection: plain, drafts: said }],
    }));
    for (const ref of [REF, OTHER])
      expect((await ledger.signals(ref, 0, 10)).map(({ data }) => data.word)).toEqual(["a", "half \ufffd"]);
  });

  it("are nothing when this aggregate's own change is empty", async () => {
    const { ledger, store } = world();
    const change = { drafts: [], creates: [{ ref: OTHER, projection, drafts: [draft("a")] }] };
    expect((await ledger.append(words, REF, () => change)).signals).toEqual([]);
    expect(store.items()).toEqual([]);
  });
});

describe("a signal whose data may be withheld", () => {
  it("has a salt of its own, and the others have none", async () => {
    const { say } = world();
    const typed = { type: "gantry.test.typed" };
    const { signals } = await say(draft("a", typed), draft("a", typed), draft("a"));
    const [one, two, plain] = signals.map(({ datasalt }) => datasalt);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(two).toMatch(/^[0-9a-f]{64}$/);
    expect(one).not.toBe(two);
    expect(plain).toBeUndefined();
  });
});

describe("an amendment", () => {
  it("leaves an item that tells what people see since, behind the newest signal", async () => {
    const { say, ledger, store } = world();
    await say(draft("a"), draft("b"));
    for (const word of ["seal", "again"]) await ledger.amend(words, REF, (state) => [...state, word]);
    const { pk, seq, amended } = (await store.get(metaKey(REF))) as Record<string, unknown>;
    expect([seq, amended]).toEqual([2, 2]);
    const amendments = await store.query({ pk: pk as string, prefix: "A#" });
    const item = (count: number, message: string) => ({
      pk,
      sk: amendmentSk(2, count),
      source: "/t/tn_1/topic/f_1",
      sequence: 2,
      view: { status: `${count + 2}`, message, url: null },
    });
    expect(amendments).toEqual([item(1, "a b seal"), item(2, "a b seal again")]);
  });

  it("is counted from the newest signal on", async () => {
    const { say, ledger, store } = world();
    await say(draft("a"));
    await ledger.amend(words, REF, (state) => [...state, "seal"]);
    await say(draft("b"));
    expect(await store.get(metaKey(REF))).toMatchObject({ seq: 2, amended: 0 });
  });

  it("of an aggregate that was read before another writer's amendment keeps both", async () => {
    const { say, ledger } = world();
    await say(draft("a"));
    const opened = await ledger.open(words, REF);
    await ledger.amend(words, REF, (state) => [...state, "theirs"]);
    expect(await opened.amend((state) => [...state, "ours"])).toEqual(["a", "theirs", "ours"]);
    expect(opened.state).toEqual(["a", "theirs", "ours"]);
  });
});

describe("what is read of a table", () => {
  /** An aggregate that was opened on a table that writes down its reads. */
  async function opened(before: (w: ReturnType<typeof world>) => Promise<unknown>) {
    const w = world();
    await w.say(draft("a"));
    let reads = 0;
    const clock = fakeClock();
    const ledger = createLedger({
      store: {
        ...w.store,
        get: (key) => {
          reads++;
          return w.store.get(key);
        },
      },
      clock,
      ids: countingIds(clock),
    });
    const aggregate = await ledger.open(words, REF);
    await before(w);
    return { aggregate, reads: () => reads };
  }

  it("is an aggregate once, however often it is amended", async () => {
    const { aggregate, reads } = await opened(async () => undefined);
    for (const word of ["b", "c"]) await aggregate.amend((state) => [...state, word]);
    expect(aggregate.state).toEqual(["a", "b", "c"]);
    expect(reads()).toBe(1);
  });

  it("is an aggregate once more after a repetition, and not before each change since", async () => {
    const { aggregate, reads } = await opened(({ say }) => say(draft("b", { dedupe: "key" })));
    const add = (word: string, dedupe?: string) =>
      aggregate.append(() => ({ drafts: [draft(word, dedupe ? { dedupe } : {})] }));
    expect(await add("b", "key")).toHaveProperty("duplicate_of");
    await add("c");
    await add("d");
    expect(aggregate.state).toEqual(["a", "b", "c", "d"]);
    expect(reads()).toBe(2);
  });
});

describe("a table that fails", () => {
  it("is its caller's error at once, and no conflict", async () => {
    const w = world();
    const clock = fakeClock();
    let tries = 0;
    const store = {
      ...w.store,
      transact: async () => {
        tries++;
        throw new Error("no table");
      },
    };
    const ledger = createLedger({ store, clock, ids: countingIds(clock) });
    await expect(ledger.append(words, REF, () => ({ drafts: [draft("a")] }))).rejects.toThrow("no table");
    expect(tries).toBe(1);
  });

  it("is a conflict where a condition on an item that is not there never holds", async () => {
    const { ledger } = world();
    const missing = { put: { pk: "T#tn_1", sk: "MEM#x" }, when: { equals: { n: 1 } } };
    const change = { drafts: [draft("a", { dedupe: "key" })], writes: [missing] };
    await expect(ledger.append(words, REF, () => change)).rejects.toMatchObject({
      code: "Conflict",
      detail: { id: "f_1" },
    });
  });
});

describe("a deduplication key", () => {
  it.each(["key", "undefined"])("of one of the drafts stands for all of them: %s", async (dedupe) => {
    const { say } = world();
    const { signals } = await say(draft("a"), draft("b", { dedupe }));
    const again = await say(draft("x"), draft("b", { dedupe }));
    expect(again).toMatchObject({ signals: [], duplicate_of: signals[1]?.id });
  });

  it("that is new stands for itself although another of the drafts is a repetition", async () => {
    const { say } = world();
    const { signals } = await say(draft("a", { dedupe: "old" }));
    const again = await say(draft("b", { dedupe: "new" }), draft("a", { dedupe: "old" }));
    expect(again).toMatchObject({ signals: [], duplicate_of: signals[0]?.id });
  });

  it("names the same fact only with the same type", async () => {
    const { say } = world();
    await say(draft("a", { dedupe: "key" }));
    await expect(say(draft("a", { dedupe: "key", type: "gantry.test.typed" }))).rejects.toMatchObject({
      code: "IdempotencyMismatch",
      message: "This deduplication key was already used for a different fact.",
    });
  });
});
