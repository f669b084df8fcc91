import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Item, Page, Store, TransactionRefused, Write } from "#core/kernel/ledger/store.ts";

/** The writes that were refused; fails the test when none was. */
async function refusal(store: Store, writes: readonly Write[]): Promise<TransactionRefused["failed"]> {
  const error = await store.transact(writes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: "TransactionRefused" });
  return (error as TransactionRefused).failed;
}

/** What every store does, whatever its table is. `openStore` is called before each test and may return the same table. */
export function storeContract(openStore: () => Store): void {
  let store: Store;
  /** Each test has partitions of its own, because the table may be one for all. */
  let pk: string;
  const fresh = () => `T#${crypto.randomUUID()}`;
  beforeEach(() => {
    store = openStore();
    pk = fresh();
  });

  const put = (...sks: string[]) => store.transact(sks.map((sk) => ({ put: { pk, sk } })));
  const sksOf = async (page: Partial<Page> = {}) => (await store.query({ pk, ...page })).map(({ sk }) => sk);

  describe("reading an item", () => {
    it("returns undefined for a missing item, even beside others of the same partition", async () => {
      await put("META");
      expect(await store.get({ pk, sk: "E#1" })).toBeUndefined();
      expect(await store.get({ pk: fresh(), sk: "META" })).toBeUndefined();
    });

    it("returns an item with its stored attributes, without undefined ones", async () => {
      const item: Item = {
        ...{ pk, sk: "META", n: 1.5, zero: 0, big: 2 ** 53 - 1, no: false, nothing: null, empty: "" },
        ...{ list: [1, [], { a: null, b: {} }], map: { "a.b": { c: ["x", true] } }, word: "ü 𝄞 \u0001" },
      };
      await store.transact([{ put: { ...item, left_out: undefined } }]);
      expect(await store.get({ pk, sk: "META" })).toStrictEqual(item);
      expect(await store.query({ pk })).toStrictEqual([item]);
    });

    it("returns a copy, so that changing it changes nothing in the table", async () => {
      const item = { pk, sk: "META", list: [1] };
      await store.transact([{ put: item }]);
      item.list.push(2);
      ((await store.get(item)) as unknown as typeof item).list.push(3);
      ((await store.query({ pk })) as unknown as (typeof item)[])[0]?.list.push(4);
      expect((await store.get(item))?.list).toEqual([1]);
    });
  });

  describe("a query", () => {
    const keys = ["DEC#1", "E#1", "E#2", "E#3", "E#4", "META"];

    it.each<[Partial<Page>, readonly string[]]>([
      [{}, keys],
      [{ newestFirst: true, limit: 2 }, ["META", "E#4"]],
      [{ limit: 100 }, keys],
      [{ prefix: "E#" }, ["E#1", "E#2", "E#3", "E#4"]],
      [{ prefix: "" }, keys],
      [{ prefix: "META" }, ["META"]],
      [{ after: "" }, keys],
      [{ after: "", newestFirst: true }, []],
      [{ prefix: "E#", after: "", limit: 1 }, ["E#1"]],
      [{ prefix: "E#", newestFirst: true, limit: 3 }, ["E#4", "E#3", "E#2"]],
      [{ after: "E#3" }, ["E#4", "META"]],
      [{ after: "E#2", newestFirst: true }, ["E#1", "DEC#1"]],
      [{ prefix: "E#", after: "E#2" }, ["E#3", "E#4"]],
      [{ prefix: "E#", after: "E#2", limit: 1 }, ["E#3"]],
      [{ prefix: "E#", after: "E#3", newestFirst: true }, ["E#2", "E#1"]],
      [{ prefix: "E#", after: "E#25" }, ["E#3", "E#4"]],
      [{ prefix: "E#", after: "E#25", newestFirst: true }, ["E#2", "E#1"]],
      [{ prefix: "E#", after: "A" }, ["E#1", "E#2", "E#3", "E#4"]],
      [{ prefix: "E#", after: "M" }, []],
      [{ prefix: "E#", after: "M", newestFirst: true }, ["E#4", "E#3", "E#2", "E#1"]],
      [{ prefix: "E#", after: "A", newestFirst: true }, []],
      [{ prefix: "X#" }, []],
    ])("with %j returns %j", async (page, expected) => {
      await put(...keys);
      expect(await sksOf(page)).toEqual(expected);
    });

    it("returns no items of another partition", async () => {
      await put("META");
      expect(await store.query({ pk: `${pk}#X` })).toEqual([]);
      expect(await store.query({ pk: pk.slice(0, -1) })).toEqual([]);
    });

    it("returns all items of any total size, and at most its limit", async () => {
      const text = "x".repeat(300_000);
      for (const sks of ["1234", "5678"])
        await store.transact([...sks].map((sk) => ({ put: { pk, sk, text } })));
      expect(await sksOf()).toEqual([..."12345678"]);
      expect(await sksOf({ limit: 5, newestFirst: true })).toEqual([..."87654"]);
    });

    it.each(["g1", "g2", "g3"] as const)(
      "of the index %s returns complete items by the index's keys",
      async (index) => {
        const list = fresh();
        const item = (time: string): Item => ({
          pk: fresh(),
          sk: "META",
          [index]: list,
          [`${index}s`]: time,
        });
        const [third, first, second] = ["2026-01-03", "2026-01-01", "2026-01-02"].map(item) as [
          Item,
          Item,
          Item,
        ];
        const elsewhere = { ...item("2026-01-02"), [index]: fresh() };
        const unlisted = { pk: list, sk: "META" };
        await store.transact([third, first, second, elsewhere, unlisted].map((one) => ({ put: one })));
        const page = { index, pk: list };
        expect(await store.query(page)).toEqual([first, second, third]);
        expect(await store.query({ ...page, newestFirst: true })).toEqual([third, second, first]);
        expect(await store.query({ ...page, newestFirst: true, after: "2026-01-03", limit: 1 })).toEqual([
          second,
        ]);
        expect(await store.query({ ...page, prefix: "2026-01-0", after: "2026-01-01" })).toEqual([
          second,
          third,
        ]);
      },
    );

    it("of an index no longer finds an item that was moved, removed from it or deleted", async () => {
      const [before, after] = [fresh(), fresh()];
      const key = { pk, sk: "META" };
      const listed = async (list: string) => (await store.query({ index: "g1", pk: list })).length;
      await store.transact([{ put: { ...key, g1: before, g1s: "a" } }]);
      expect([await listed(before), await listed(after)]).toEqual([1, 0]);
      await store.transact([{ put: { ...key, g1: after, g1s: "a" } }]);
      expect([await listed(before), await listed(after)]).toEqual([0, 1]);
      await store.transact([{ put: key }]);
      expect([await listed(before), await listed(after)]).toEqual([0, 0]);
      await store.transact([{ put: { ...key, g1: after, g1s: "a" } }]);
      await store.transact([{ delete: key }]);
      expect([await listed(before), await listed(after)]).toEqual([0, 0]);
    });
  });

  describe("a transaction", () => {
    it("replaces a complete item, and deletes an item whether or not it exists", async () => {
      await store.transact([{ put: { pk, sk: "a", old: 1 } }]);
      await store.transact([{ put: { pk, sk: "a", new: 2 } }, { delete: { pk, sk: "b" } }]);
      expect(await store.query({ pk })).toEqual([{ pk, sk: "a", new: 2 }]);
      await store.transact([{ delete: { pk, sk: "a" } }]);
      expect(await store.query({ pk })).toEqual([]);
    });

    it("writes everything, or nothing when a condition fails, and returns each refused write with the stored item", async () => {
      const there = { pk, sk: "b", seq: 3, tags: ["x"], hash: "h" };
      await store.transact([{ put: there }, { put: { pk, sk: "c" } }]);
      const before = await store.query({ pk });
      const failed = await refusal(store, [
        { put: { pk, sk: "a" }, when: { absent: true } },
        { put: { pk, sk: "b" }, when: { absent: true } },
        { delete: { pk, sk: "c" } },
        { put: { pk, sk: "d" }, when: { equals: { seq: 1 } } },
        { delete: { pk, sk: "e" }, when: { equals: { seq: 1 } } },
      ]);
      expect(failed).toEqual([
        { index: 1, existing: there },
        { index: 3, existing: undefined },
        { index: 4, existing: undefined },
      ]);
      expect(await store.query({ pk })).toEqual(before);
    });

    it.each<[string, Readonly<Record<string, string | number | boolean>>]>([
      ["another number", { seq: 2, hash: "h" }],
      ["another text", { seq: 1, hash: "i" }],
      ["another truth", { status: false }],
      ["a text for a number", { seq: "1" }],
      ["an attribute that is not there", { none: 1 }],
    ])("is refused when the item has %s", async (_, equals) => {
      // Names that are reserved words of DynamoDB have to do as well.
      const item = { pk, sk: "a", seq: 1, hash: "h", status: true };
      await store.transact([{ put: item }]);
      for (const write of [{ put: { ...item, seq: 9 } }, { delete: item }])
        expect(await refusal(store, [{ ...write, when: { equals } }])).toEqual([
          { index: 0, existing: item },
        ]);
    });

    it("is done when all attributes are equal", async () => {
      const item = { pk, sk: "a", seq: 1, hash: "h", status: true };
      await store.transact([{ put: item, when: { absent: true } }]);
      const equals = { seq: 1, hash: "h", status: true };
      await store.transact([{ put: { ...item, seq: 2 }, when: { equals } }]);
      expect((await store.get(item))?.seq).toBe(2);
      await store.transact([{ delete: item, when: { equals: { seq: 2 } } }]);
      expect(await store.get(item)).toBeUndefined();
    });

    it("with a condition of absence is refused for an existing item", async () => {
      await put("a");
      expect(await refusal(store, [{ delete: { pk, sk: "a" }, when: { absent: true } }])).toEqual([
        { index: 0, existing: { pk, sk: "a" } },
      ]);
      await store.transact([{ delete: { pk, sk: "b" }, when: { absent: true } }]);
      expect(await sksOf()).toEqual(["a"]);
    });

    it("may have a hundred writes over partitions, and is refused with more, or with two of one item", async () => {
      const other = fresh();
      const writes = Array.from({ length: 100 }, (_, index) => ({
        put: { pk: index % 2 ? pk : other, sk: `${index}` },
      }));
      await store.transact(writes);
      expect([await sksOf(), await sksOf({ pk: other })].map(({ length }) => length)).toEqual([50, 50]);
      const more = Array.from({ length: 101 }, (_, index) => ({ put: { pk, sk: `more-${index}` } }));
      await expect(store.transact(more)).rejects.toThrow();
      await expect(
        store.transact([
          { put: { pk, sk: "twice" } },
          { put: { pk, sk: "x" } },
          { delete: { pk, sk: "twice" } },
        ]),
      ).rejects.toThrow();
      expect(await sksOf()).toHaveLength(50);
    });

    it("has one winner among concurrent writers, and returns the winner's item to the others", async () => {
      const writers = Array.from({ length: 12 }, (_, index) => index);
      const results = await Promise.allSettled(
        writers.map((by) =>
          store.transact([
            { put: { pk, sk: "META", by }, when: { absent: true } },
            { put: { pk, sk: `E#${by}` } },
          ]),
        ),
      );
      const winners = writers.filter((by) => results[by]?.status === "fulfilled");
      expect(winners).toHaveLength(1);
      const [by] = winners;
      expect(await store.query({ pk })).toEqual([
        { pk, sk: `E#${by}` },
        { pk, sk: "META", by },
      ]);
      for (const result of results)
        if (result.status === "rejected")
          expect(result.reason).toMatchObject({ failed: [{ index: 0, existing: { by } }] });
    });
  });
}
