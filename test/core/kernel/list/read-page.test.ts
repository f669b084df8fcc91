import { describe, expect, it } from "@jest/globals";
import type { Page, Store } from "#core/kernel/ledger/store.ts";
import { type ListScope, writeCursor } from "#core/kernel/list/cursor.ts";
import { readPage } from "#core/kernel/list/read-page.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { type MemoryStore, memoryStore } from "#test/support/memory-store.ts";
import { fc } from "#test/support/property.ts";

const SCOPE: ListScope = { tenant: "tn_1", kind: "thing", filters: {} };
const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString();

async function add(store: MemoryStore, id: number, seconds: number): Promise<void> {
  const g1s = `${timeOf(seconds)}#${String(id).padStart(6, "0")}`;
  await store.transact([
    { put: { pk: `T#tn_1#T#${id}`, sk: "META", g1: "T#tn_1#L#thing#all#0", g1s, state: id } },
  ]);
}

/** A list of these ages, several of which may be equal; the n-th has the id n. */
async function listOf(seconds: readonly number[]): Promise<MemoryStore> {
  const store = memoryStore(noPause);
  for (const [id, second] of seconds.entries()) await add(store, id, second);
  return store;
}

const ages = fc.array(fc.nat({ max: 30 }), { maxLength: 40 });

describe("the pages of a list", () => {
  it("contain each entry once, newest first, while new ones are added", async () => {
    await fc.assert(
      fc.asyncProperty(ages, fc.integer({ min: 1, max: 7 }), fc.boolean(), async (seconds, limit, odd) => {
        const store = await listOf(seconds);
        const matches = odd ? (id: number) => id % 2 === 1 : undefined;
        const seen: number[] = [];
        let cursor: string | undefined;
        for (let page = 0; ; page++) {
          const { entries, next_cursor } = await readPage<number>(
            { store },
            SCOPE,
            { limit, cursor },
            matches,
          );
          expect(entries.length).toBeLessThanOrEqual(limit);
          if (next_cursor !== null) expect(entries).toHaveLength(limit);
          seen.push(...entries);
          if (next_cursor === null) break;
          cursor = next_cursor;
          await add(store, 1001 + 2 * page, 100 + page);
        }
        const expected = [...seconds.keys()]
          .filter(matches ?? (() => true))
          .sort((a, b) => (seconds[b] as number) - (seconds[a] as number) || b - a);
        expect(seen).toEqual(expected);
      }),
    );
  });

  it("contain the requested time range: from is included, to is not", async () => {
    await fc.assert(
      fc.asyncProperty(ages, fc.nat({ max: 31 }), fc.nat({ max: 31 }), async (seconds, from, to) => {
        const store = await listOf(seconds);
        const { entries } = await readPage<number>({ store }, SCOPE, {
          limit: 200,
          from: timeOf(from),
          to: timeOf(to),
        });
        const inside = [...seconds.entries()].filter(([, second]) => second >= from && second < to);
        expect([...entries].sort()).toEqual(inside.map(([id]) => id).sort());
      }),
    );
  });
});

describe("a list of several kinds", () => {
  const SEVERAL = { ...SCOPE, kind: ["thing", "other"] };

  it("has the entries of all kinds in one order, newest first, each once", async () => {
    const store = await listOf([1, 4, 5]);
    for (const [id, seconds] of [
      [100, 2],
      [101, 3],
      [102, 6],
    ] as const) {
      const g1s = `${timeOf(seconds)}#${id}`;
      await store.transact([
        { put: { pk: `T#tn_1#T#${id}`, sk: "META", g1: "T#tn_1#L#other#all#0", g1s, state: id } },
      ]);
    }
    const seen: number[][] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await readPage<number>({ store }, SEVERAL, { limit: 2, cursor });
      seen.push([...page.entries]);
      if (page.next_cursor === null) break;
      cursor = page.next_cursor;
    }
    expect(seen).toEqual([
      [102, 2],
      [1, 101],
      [100, 0],
    ]);
  });

  it("asks each list for no more than one page", async () => {
    const limits: unknown[] = [];
    const query = async ({ limit }: Page) => {
      limits.push(limit);
      return [];
    };
    const store = { ...memoryStore(noPause), query };
    await readPage({ store }, SEVERAL, { limit: 2 });
    expect(limits).toEqual([3, 3]);
  });
});

describe("a long list that is filtered", () => {
  /** A table with so many entries, of which the n-th newest has the state n. */
  function longList(length: number) {
    const items = Array.from({ length }, (_, index) => ({
      pk: "T#tn_1#T#x",
      sk: "META",
      g1s: `${timeOf(1_000_000 - index)}#x`,
      state: index,
    }));
    const store: Store = {
      ...memoryStore(noPause),
      query: async ({ after, limit = 0 }) => {
        const from = after === undefined ? 0 : items.findIndex(({ g1s }) => g1s === after) + 1;
        return items.slice(from, from + limit);
      },
    };
    return store;
  }

  it("is searched beyond its first few hundred entries, which are counted", async () => {
    const page = await readPage<number>(
      { store: longList(450) },
      SCOPE,
      { limit: 5 },
      (n) => n % 200 === 199,
    );
    expect(page).toEqual({ entries: [199, 399], next_cursor: null, looked_at: 450 });
  });

  it("is searched for ten thousand entries, and then continues with the cursor", async () => {
    const store = longList(10_001);
    const last = (n: number) => n === 10_000;
    const first = await readPage<number>({ store }, SCOPE, { limit: 5 }, last);
    expect(first).toMatchObject({ entries: [], looked_at: 10_000 });
    const cursor = first.next_cursor as string;
    expect(await readPage<number>({ store }, SCOPE, { limit: 5, cursor }, last)).toEqual({
      entries: [10_000],
      next_cursor: null,
      looked_at: 1,
    });
  });
});

describe("a cursor", () => {
  const refused = { code: "InvalidInput", field: "cursor" };

  it("is refused after any change of it", async () => {
    const store = await listOf([1, 2, 3]);
    const { next_cursor } = await readPage({ store }, SCOPE, { limit: 1 });
    const cursor = next_cursor as string;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: cursor.length - 1 }),
        fc.constantFrom(..."abcXYZ019_-", ""),
        async (at, char) => {
          const changed = cursor.slice(0, at) + char + cursor.slice(at + 1);
          fc.pre(changed !== cursor);
          // The last character has bits that base64 does not read.
          fc.pre(atob(standard(changed)) !== atob(standard(cursor)));
          await expect(readPage({ store }, SCOPE, { limit: 1, cursor: changed })).rejects.toMatchObject(
            refused,
          );
        },
      ),
    );
  });

  it.each<[string, Partial<ListScope>]>([
    ["another tenant", { tenant: "tn_2" }],
    ["another list", { kind: "other" }],
    ["other filters", { filters: { status: "FAILED" } }],
  ])("is refused for %s", async (_, change) => {
    const store = await listOf([1, 2, 3]);
    const cursor = writeCursor({ ...SCOPE, ...change }, `${timeOf(2)}#000001`);
    await expect(readPage({ store }, SCOPE, { limit: 1, cursor })).rejects.toMatchObject(refused);
  });

  it.each(["", "a", "%", "x".repeat(401), "AAAA", btoa("\n")])(
    "never contains text such as '%s'",
    async (cursor) => {
      const store = await listOf([1, 2, 3]);
      await expect(readPage({ store }, SCOPE, { limit: 1, cursor })).rejects.toMatchObject(refused);
    },
  );
});

function standard(text: string): string {
  const whole = text.length % 4 === 1 ? text.slice(1) : text;
  return whole.replaceAll("-", "+").replaceAll("_", "/");
}
