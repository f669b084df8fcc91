import { beforeEach, describe, expect, it } from "@jest/globals";
import type { AggregateRef } from "#core/kernel/keys.ts";
import { createLedger, type Ledger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import type { Store } from "#core/kernel/ledger/store.ts";
import { fakeClock } from "#test/support/memory-ports.ts";

const words: Projection<readonly string[]> = {
  reduce: (state, { data }) => [...(state ?? []), String(data.word)],
  correlation: () => "c_1",
  listing: () => null,
};
const alone: Projection<readonly string[]> = { reduce: words.reduce, listing: words.listing };
const DAY = Date.UTC(2026, 10, 21, 23, 59, 0);
const ids = (() => {
  let count = 0;
  return {
    make: (prefix: string) => `${prefix}_${++count}`,
    secret: () => "s".repeat(43),
    salt: () => "0".repeat(64),
  };
})();

/** What every ledger does that can read timelines and feeds, whatever its table is. */
export function timelineContract(openStore: () => Store): void {
  let ledger: Ledger;
  let clock: ReturnType<typeof fakeClock>;
  /** Each test has tenants of its own, because the table may be one for all. */
  let tenant: string;

  beforeEach(() => {
    clock = fakeClock(DAY);
    ledger = createLedger({ store: openStore(), clock, ids });
    tenant = ids.make("tn");
  });

  const ref = (kind: AggregateRef["kind"], id: string, owner = tenant) => ({ tenant: owner, kind, id });
  const say = (at: AggregateRef, said: readonly string[], projection = words, root = "test") =>
    ledger.append(projection, at, () => ({
      drafts: said.map((word) => ({ type: `gantry.${root}.said`, data: { word }, actor: SYSTEM })),
    }));

  type Order = "oldest_first" | "newest_first";
  type Read = (page: { limit: number; order: Order; cursor?: string }) => ReturnType<Ledger["timeline"]>;
  const timeline: Read = (page) => ledger.timeline(tenant, "c_1", page);
  const feed =
    (root: string, day: string): Read =>
    (page) =>
      ledger.feed(tenant, { root, day }, page);

  /** The words of all pages, joined by a bar where a page ends. */
  async function pages(read: Read, order: Order, limit: number): Promise<string> {
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await read({ limit, order, ...(cursor ? { cursor } : {}) });
      found.push(page.signals.map(({ data }) => data?.word).join(" "));
      cursor = page.next_cursor;
    }
    return found.join(" | ");
  }

  describe("a timeline", () => {
    it("contains the signals of one correlation across aggregates, ordered by time and sequence", async () => {
      await say(ref("conversation", "c_1"), ["a", "b", "c"]);
      await say(ref("execution", "m_0"), ["alone"], alone);
      clock.advance(1);
      await say(ref("execution", "m_1"), ["d", "e"]);
      clock.advance(1);
      await say(ref("conversation", "c_1"), ["f"]);
      expect(await pages(timeline, "oldest_first", 10)).toBe("a b c d e f");
      expect(await pages(timeline, "newest_first", 10)).toBe("f e d c b a");
    });

    it("is read page by page, each signal once, even those of one transaction", async () => {
      await say(ref("conversation", "c_1"), ["a", "b", "c", "d", "e"]);
      expect(await pages(timeline, "oldest_first", 2)).toBe("a b | c d | e");
      expect(await pages(timeline, "newest_first", 3)).toBe("e d c | b a");
      expect(await pages(timeline, "oldest_first", 5)).toBe("a b c d e");
    });

    it("orders more than nine signals of the same time by number, not as text", async () => {
      const said = Array.from({ length: 12 }, (_, index) => `w${index + 1}`);
      await say(ref("conversation", "c_1"), said);
      expect(await pages(timeline, "oldest_first", 20)).toBe(said.join(" "));
    });

    it("returns the same signals as the chains", async () => {
      const { signals } = await say(ref("conversation", "c_1"), ["a", "b"]);
      expect((await timeline({ limit: 9, order: "oldest_first" })).signals).toEqual(signals);
    });

    it("contains no signal of another tenant, even one whose id begins with this one's", async () => {
      await say(ref("conversation", "c_1", `${tenant}0`), ["other"]);
      await say(ref("conversation", "c_1"), ["own"]);
      expect(await pages(timeline, "oldest_first", 10)).toBe("own");
    });

    it("of an unknown correlation is empty", async () => {
      expect(await timeline({ limit: 10, order: "newest_first" })).toEqual({
        signals: [],
        next_cursor: null,
      });
    });

    it("refuses a cursor of another tenant, of another timeline, and of the other order", async () => {
      await say(ref("conversation", "c_1"), ["a", "b"]);
      const { next_cursor } = await timeline({ limit: 1, order: "oldest_first" });
      const cursor = next_cursor as string;
      const wrong = [
        ledger.timeline(`${tenant}0`, "c_1", { limit: 1, order: "oldest_first", cursor }),
        ledger.timeline(tenant, "c_2", { limit: 1, order: "oldest_first", cursor }),
        timeline({ limit: 1, order: "newest_first", cursor }),
        feed("test", "20261121")({ limit: 1, order: "oldest_first", cursor }),
      ];
      for (const refused of wrong)
        await expect(refused).rejects.toMatchObject({ code: "InvalidInput", field: "cursor" });
    });
  });

  describe("a feed", () => {
    it("contains a day's signals of one root of types, from all aggregates of the tenant", async () => {
      await say(ref("conversation", "c_1"), ["a"]);
      await say(ref("execution", "m_1"), ["other root"], words, "other");
      await say(ref("execution", "m_1", `${tenant}0`), ["other tenant"]);
      clock.advance(30_000);
      await say(ref("execution", "m_0"), ["b", "c"], alone);
      clock.advance(30_000);
      await say(ref("execution", "m_0"), ["next day"], alone);
      const today = feed("test", "20261121");
      expect(await pages(today, "oldest_first", 2)).toBe("a b | c");
      expect(await pages(today, "newest_first", 10)).toBe("c b a");
      expect(await pages(feed("test", "20261122"), "oldest_first", 10)).toBe("next day");
      expect(await pages(feed("other", "20261121"), "oldest_first", 10)).toBe("other root");
    });

    it("refuses a cursor of another root, of another day, and of the other order", async () => {
      await say(ref("conversation", "c_1"), ["a", "b"]);
      const page = { limit: 1, order: "oldest_first" } as const;
      const { next_cursor } = await feed("test", "20261121")(page);
      const cursor = next_cursor as string;
      const wrong = [
        feed("other", "20261121")({ ...page, cursor }),
        feed("test", "20261122")({ ...page, cursor }),
        feed("test", "20261121")({ ...page, order: "newest_first", cursor }),
      ];
      for (const refused of wrong)
        await expect(refused).rejects.toMatchObject({ code: "InvalidInput", field: "cursor" });
    });
  });
}
