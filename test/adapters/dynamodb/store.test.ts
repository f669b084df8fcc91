import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createStore } from "#adapters/dynamodb/store.ts";
import { systemClock, systemIds } from "#adapters/system/system.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import { chainFault } from "#core/kernel/ledger/chain.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";
import type { Store, TransactionRefused, Write } from "#core/kernel/ledger/store.ts";
import { clientsAt, intercept } from "#test/adapters/aws.ts";
import { storeContract } from "#test/core/kernel/ledger/store-contract.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { fc, runs } from "#test/support/property.ts";
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
/** A store whose every call goes through `around`. */
function intercepted(around: Parameters<typeof intercept>[1]): Store {
  const { table: client } = clientsAt(world.endpoint);
  intercept(client, around);
  return createStore({ client, table: world.table });
}

describe("the store on DynamoDB:", () => storeContract(() => store));

describe("the store in memory", () => {
  const sk = fc.constantFrom("A", "A#1", "A#2", "B", "B#1", "Ba");
  const pk = fc.constantFrom("1", "2");
  const list = fc.constantFrom("x", "y", undefined);
  const when = fc.option(
    fc.oneof(
      fc.constant({ absent: true as const }),
      fc.record({ equals: fc.record({ n: fc.integer({ min: 0, max: 2 }) }) }),
    ),
    { nil: undefined },
  );
  const write = fc.record({ pk, sk, n: fc.integer({ min: 0, max: 2 }), list, when, remove: fc.boolean() });
  const page = fc.record({
    pk,
    ...{ prefix: fc.option(fc.constantFrom("", "A", "A#", "B", "C"), { nil: undefined }) },
    ...{ after: fc.option(fc.oneof(sk, fc.constantFrom("", "A#11", "Z")), { nil: undefined }) },
    ...{ limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), newestFirst: fc.boolean() },
    index: fc.option(fc.constant("g1" as const), { nil: undefined }),
  });
  const transaction = fc.uniqueArray(write, {
    minLength: 1,
    maxLength: 4,
    selector: (one) => one.pk + one.sk,
  });
  const steps = fc.array(fc.record({ transaction, pages: fc.array(page, { maxLength: 3 }) }), {
    maxLength: 6,
  });

  it("returns the same results as the store on DynamoDB for any transactions and pages", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const root = fresh();
        const memory = memoryStore(noPause);
        const both = async <T>(act: (on: Store) => Promise<T>) => {
          const [inMemory, onDynamoDb] = [await act(memory), await act(store)];
          expect(inMemory).toEqual(onDynamoDb);
        };
        for (const { transaction, pages } of all) {
          const writes = transaction.map(({ when: guard, remove, list: in_list, ...item }): Write => {
            const key = { pk: `${root}#${item.pk}`, sk: item.sk };
            const listed = in_list && { g1: `${root}#${in_list}`, g1s: `${item.sk}#${item.pk}` };
            const one = remove ? { delete: key } : { put: { ...key, n: item.n, ...listed } };
            return guard ? { ...one, when: guard } : one;
          });
          await both((on) =>
            on.transact(writes).catch(({ name, failed }: TransactionRefused) => ({ name, failed })),
          );
          for (const { pk: part, index, ...rest } of pages) {
            const asked = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
            const where = index
              ? { index, pk: `${root}#${part === "1" ? "x" : "y"}` }
              : { pk: `${root}#${part}` };
            await both((on) => on.query({ ...asked, ...where }));
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("a read", () => {
  it("is consistent on the table, and not requested as consistent on an index", async () => {
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

  it("continues until the limit, however little fits into one reply", async () => {
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
  it("consists only of the writes that functions are permitted: Put and Delete", async () => {
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

  it("is retried after a conflict with another one, at most eight times", async () => {
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

  it("is not retried after any other failure", async () => {
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

describe("the ledger on the DynamoDB store", () => {
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

  it("keeps one unbroken chain under twenty concurrent writers, with one winner per key", async () => {
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

  it("stores every acknowledged signal and no other under twenty different concurrent writers", async () => {
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

  it("reads signals from a given sequence on", async () => {
    const ref = newRef();
    await ledger().append(words, ref, () => ({ drafts: ["a", "b", "c"].map((word) => say(word)) }));
    const behind = async (after: number, limit = 10) =>
      (await ledger().signals(ref, after, limit)).map(sequenceOf);
    expect(await behind(0)).toEqual([1, 2, 3]);
    expect(await behind(1, 1)).toEqual([2]);
    expect(await behind(3)).toEqual([]);
  });
});
