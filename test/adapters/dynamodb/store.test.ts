import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createStore } from "#adapters/dynamodb/store.ts";
import { systemClock, systemIds } from "#adapters/system/system.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import { chainFault } from "#core/kernel/ledger/chain.ts";
import { createLedger, type Projection } from "#core/kernel/ledger/ledger.ts";
import { type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";
import type { Store, TransactionRefused, Write } from "#core/kernel/ledger/store.ts";
import { clientsAt, intercept } from "#test/adapters/aws.ts";
import { type TableWorld, tableWorld } from "./table.ts";

let world: TableWorld;
let store: Store;

beforeAll(async () => {
  world = await tableWorld();
  store = createStore(world);
});
afterAll(() => world.close());

/** Every member that some kind of write has. */
type WriteMember = Write extends infer Kind ? (Kind extends unknown ? keyof Kind : never) : never;

const fresh = () => `T#${crypto.randomUUID()}`;
const refusal = (writes: readonly Write[]): Promise<TransactionRefused["failed"]> =>
  store.transact(writes).then(
    () => {
      throw new Error("was not refused");
    },
    (error: TransactionRefused) => {
      expect(error).toMatchObject({ name: "TransactionRefused" });
      return error.failed;
    },
  );

/** A store whose every call goes through `around`. */
function intercepted(around: Parameters<typeof intercept>[1]): Store {
  const { table: client } = clientsAt(world.endpoint);
  intercept(client, around);
  return createStore({ client, table: world.table });
}

describe("reading", () => {
  it("gives an item with its attributes as they were put, and nothing for no item", async () => {
    const item = { pk: fresh(), sk: "META", n: 1.5, no: false, list: [1, { a: null }], word: "ü" };
    expect(await store.get(item)).toBeUndefined();
    await store.transact([{ put: { ...item, left_out: undefined } }]);
    expect(await store.get(item)).toEqual(item);
  });

  it("of the table is consistent, of an index is not asked to be", async () => {
    const inputs: any[] = [];
    const watched = intercepted((call, send) => {
      inputs.push(call.input);
      return send();
    });
    await watched.get({ pk: "T#a", sk: "K" });
    await watched.query({ pk: "T#a" });
    await watched.query({ index: "g1", pk: "T#a" });
    expect(inputs.map(({ ConsistentRead }) => ConsistentRead)).toEqual([true, true, undefined]);
  });

  it("pages by prefix, behind a key, in both orders and with a limit", async () => {
    const pk = fresh();
    const keys = ["DEC#1", "E#1", "E#2", "E#3", "E#4", "META"];
    await store.transact(keys.map((sk) => ({ put: { pk, sk } })));
    const sks = async (page: object) => (await store.query({ pk, ...page })).map(({ sk }) => sk);

    expect(await sks({})).toEqual(keys);
    expect(await sks({ newestFirst: true, limit: 2 })).toEqual(["META", "E#4"]);
    expect(await sks({ prefix: "E#" })).toEqual(["E#1", "E#2", "E#3", "E#4"]);
    expect(await sks({ prefix: "E#", newestFirst: true, limit: 3 })).toEqual(["E#4", "E#3", "E#2"]);
    expect(await sks({ after: "E#3" })).toEqual(["E#4", "META"]);
    expect(await sks({ after: "E#2", newestFirst: true })).toEqual(["E#1", "DEC#1"]);
    expect(await sks({ prefix: "E#", after: "E#2" })).toEqual(["E#3", "E#4"]);
    expect(await sks({ prefix: "E#", after: "E#3", newestFirst: true })).toEqual(["E#2", "E#1"]);
    expect(await sks({ prefix: "E#", after: "A" })).toEqual(["E#1", "E#2", "E#3", "E#4"]);
    expect(await sks({ prefix: "E#", after: "M" })).toEqual([]);
    expect(await sks({ prefix: "E#", after: "M", newestFirst: true })).toEqual(["E#4", "E#3", "E#2", "E#1"]);
    expect(await sks({ prefix: "E#", after: "A", newestFirst: true })).toEqual([]);
    expect(await sks({ prefix: "X#" })).toEqual([]);
  });

  it("reads an index by its own keys", async () => {
    const list = fresh();
    const times = ["2026-01-03", "2026-01-01", "2026-01-02"];
    await store.transact(times.map((time) => ({ put: { pk: fresh(), sk: "META", g1: list, g1s: time } })));
    const newest = { index: "g1" as const, pk: list, newestFirst: true };
    const order = async (page: object) => (await store.query({ ...newest, ...page })).map(({ g1s }) => g1s);
    expect(await order({})).toEqual(["2026-01-03", "2026-01-02", "2026-01-01"]);
    expect(await order({ after: "2026-01-03", limit: 1 })).toEqual(["2026-01-02"]);
  });

  it("goes on until the limit, whatever fits into one answer", async () => {
    const pk = fresh();
    const text = "x".repeat(300_000);
    for (const sks of [
      ["1", "2", "3", "4"],
      ["5", "6", "7", "8"],
    ])
      await store.transact(sks.map((sk) => ({ put: { pk, sk, text } })));
    let calls = 0;
    const counted = intercepted((_call, send) => {
      calls += 1;
      return send();
    });
    expect((await counted.query({ pk })).map(({ sk }) => sk).join("")).toBe("12345678");
    expect(calls).toBeGreaterThan(1);
    expect((await counted.query({ pk, limit: 5, newestFirst: true })).map(({ sk }) => sk).join("")).toBe(
      "87654",
    );
  });
});

describe("a transaction", () => {
  it("is made of the writes that functions are granted: Put and Delete", async () => {
    const pk = fresh();
    const each: Record<Exclude<WriteMember, "when">, Write> = {
      put: { put: { pk, sk: "a" } },
      delete: { delete: { pk, sk: "b" } },
    };
    const sent: string[] = [];
    const watched = intercepted((call, send) => {
      sent.push(...call.input.TransactItems.flatMap(Object.keys));
      return send();
    });
    await watched.transact(Object.values(each));
    expect(sent.sort()).toEqual(["Delete", "Put"]);
  });

  it("writes all, or nothing when one condition does not hold, and says which and what lay there", async () => {
    const pk = fresh();
    const there = { pk, sk: "b", seq: 3, tags: ["x"], hash: "h" };
    await store.transact([{ put: there }, { put: { pk, sk: "c" } }]);
    const failed = await refusal([
      { put: { pk, sk: "a" }, when: { absent: true } },
      { put: { pk, sk: "b" }, when: { absent: true } },
      { delete: { pk, sk: "c" } },
      { put: { pk, sk: "d" }, when: { equals: { seq: 1 } } },
    ]);
    expect(failed).toEqual([
      { index: 1, existing: there },
      { index: 3, existing: undefined },
    ]);
    expect((await store.query({ pk })).map(({ sk }) => sk)).toEqual(["b", "c"]);
  });

  it("puts and deletes when the attributes are equal", async () => {
    const pk = fresh();
    // Names that are reserved words of DynamoDB must do as well.
    const item = { pk, sk: "a", seq: 1, hash: "h", status: true };
    await store.transact([{ put: item }]);
    const right = { equals: { seq: 1, hash: "h", status: true } };
    for (const equals of [{ seq: 2, hash: "h" }, { seq: 1, hash: "i" }, { status: false }, { none: 1 }]) {
      for (const write of [{ put: { ...item, seq: 9 } }, { delete: item }])
        expect(await refusal([{ ...write, when: { equals } } as Write])).toEqual([
          { index: 0, existing: item },
        ]);
    }
    await store.transact([{ put: { ...item, seq: 2 }, when: right }]);
    expect((await store.get(item))?.seq).toBe(2);
    await store.transact([{ delete: item, when: { equals: { seq: 2 } } }]);
    expect(await store.get(item)).toBeUndefined();
  });

  it("that met another one is tried again, until it passes or has been tried eight times", async () => {
    let conflicts = 2;
    let calls = 0;
    const busy = intercepted((_call, send) => {
      calls += 1;
      return conflicts-- > 0 ? Promise.reject(cancelled("None", "TransactionConflict")) : send();
    });
    const item = { pk: fresh(), sk: "a" };
    await busy.transact([{ put: item }]);
    expect(calls).toBe(3);
    expect(await store.get(item)).toEqual(item);

    conflicts = Number.POSITIVE_INFINITY;
    calls = 0;
    await expect(busy.transact([{ put: item }])).rejects.toBeInstanceOf(TransactionCanceledException);
    expect(calls).toBe(8);
  });

  it("that failed for another reason is not tried again", async () => {
    for (const error of [
      cancelled("ValidationError", "None"),
      cancelled("ItemCollectionSizeLimitExceeded"),
      Object.assign(new Error("denied"), { name: "AccessDeniedException" }),
    ]) {
      let calls = 0;
      const broken = intercepted(() => {
        calls += 1;
        return Promise.reject(error);
      });
      await expect(broken.transact([{ put: { pk: "T#a", sk: "a" } }])).rejects.toBe(error);
      expect(calls).toBe(1);
    }
  });
});

function cancelled(...codes: string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    message: "cancelled",
    CancellationReasons: codes.map((Code) => ({ Code })),
    $metadata: {},
  });
}

describe("the ledger on this store", () => {
  const words: Projection<readonly string[]> = {
    reduce: (state, { data }) => [...(state ?? []), String(data.word)],
    listing: () => null,
  };
  const say = (word: string, dedupe?: string): SignalDraft => ({
    type: "gantry.test.said",
    data: { word },
    actor: SYSTEM,
    ...(dedupe === undefined ? {} : { dedupe }),
  });
  const newRef = (): AggregateRef => ({ tenant: "tn_1", kind: "topic", id: systemIds.make("f") });
  const ledger = () => createLedger({ store, clock: systemClock, ids: systemIds });

  it("keeps one whole chain under twenty writers, with one winner per key", async () => {
    const ref = newRef();
    const keys = Array.from({ length: 20 }, (_, index) => `key-${index % 5}`);
    const answers = await Promise.all(
      keys.map(async (key) => ({
        key,
        ...(await ledger().append(words, ref, () => ({ drafts: [say(key, key)] }))),
      })),
    );
    const signals = await ledger().signals(ref, 0, 100);
    expect(chainFault(signals)).toBeUndefined();
    expect(signals.map(({ dedupekey }) => dedupekey).sort()).toEqual([...new Set(keys)]);
    expect(await ledger().load(ref)).toEqual(signals.map(({ data }) => data.word));
    for (const { key, signals: said, duplicate_of } of answers) {
      const winner = signals.find(({ dedupekey }) => dedupekey === key)?.id;
      expect(said[0]?.id ?? duplicate_of).toBe(winner);
    }
    expect(answers.filter(({ signals: said }) => said.length > 0)).toHaveLength(5);
  });

  it("loses nothing that was promised, and adds nothing that was not, under twenty different writers", async () => {
    const ref = newRef();
    const tries = Array.from({ length: 20 }, (_, index) => `w${index}`);
    const results = await Promise.allSettled(
      tries.map((word) => ledger().append(words, ref, () => ({ drafts: [say(word)] }))),
    );
    const said = results.flatMap((result, index) => (result.status === "fulfilled" ? [tries[index]] : []));
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "Conflict" });
    const signals = await ledger().signals(ref, 0, 100);
    expect(chainFault(signals)).toBeUndefined();
    expect(signals.map(({ data }) => data.word).sort()).toEqual(said.sort());
    expect(said.length).toBeGreaterThanOrEqual(12);
  });

  it("reads on from a sequence", async () => {
    const ref = newRef();
    await ledger().append(words, ref, () => ({ drafts: ["a", "b", "c"].map((word) => say(word)) }));
    const behind = async (after: number, limit = 10) =>
      (await ledger().signals(ref, after, limit)).map(sequenceOf);
    expect(await behind(0)).toEqual([1, 2, 3]);
    expect(await behind(1, 1)).toEqual([2]);
    expect(await behind(3)).toEqual([]);
  });
});
