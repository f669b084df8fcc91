import { describe, expect, it } from "@jest/globals";
import { chainFault } from "#core/kernel/ledger/chain.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import { retryOnConflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import { countingIds } from "#test/support/memory-ports.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { fc, runs } from "#test/support/property.ts";
import { seeded } from "#test/support/seeded.ts";
import { virtualTime } from "#test/support/virtual-time.ts";
import { REF, words } from "./words.ts";

/** A table that takes 4 to 20 ms for each call, on a clock that jumps from one event to the next. */
function slowTable(random: () => number) {
  const time = virtualTime();
  const sleep = (ms: number) => new Promise<void>((resolve) => void time.at(time.now() + ms, resolve));
  const store = memoryStore({
    async around(_, act) {
      await sleep(2 + random() * 8);
      const result = await act();
      await sleep(2 + random() * 8);
      return result;
    },
  });
  const clock = {
    now: time.now,
    async jitter(ms: number) {
      const wait = random() * ms;
      await sleep(wait);
      return wait;
    },
  };
  return {
    store,
    ledger: createLedger({ store, clock, ids: countingIds(clock) }),
    async finish<T>(work: Promise<T>): Promise<T> {
      let done = false;
      const settled = work.finally(() => {
        done = true;
      });
      settled.catch(() => {});
      while (!done) {
        await new Promise(setImmediate);
        time.advance();
      }
      return settled;
    },
  };
}

describe("50 writers of one aggregate at once", () => {
  it("store 50 signals in one gapless chain", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const { ledger, finish } = slowTable(seeded(seed));
        const write = (index: number) =>
          ledger.append(words, REF, () => ({
            drafts: [{ type: "gantry.test.said", data: { word: `w${index}` }, actor: SYSTEM }],
          }));
        const all = Promise.all(Array.from({ length: 50 }, (_, index) => write(index)));
        expect(await finish(all)).toHaveLength(50);
        const signals = await finish(ledger.signals(REF, 0, 100));
        expect(chainFault(signals)).toBeUndefined();
        expect(new Set(signals.map(({ data }) => data.word)).size).toBe(50);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe("an attempt that always conflicts", () => {
  const lost = () => new Error("lost");

  it("is repeated until the waits sum to 5 s, however long the attempts take", async () => {
    const waits: number[] = [];
    const jitter = async (ms: number) => {
      waits.push(ms);
      return ms;
    };
    await expect(retryOnConflict({ jitter }, async () => undefined, lost)).rejects.toThrow("lost");
    expect(waits.slice(0, 7)).toEqual([20, 40, 80, 160, 320, 640, 1000]);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(5000);
    expect(waits.slice(0, -1).reduce((sum, ms) => sum + ms, 0)).toBeLessThan(5000);
  });

  it("is given up when the waits come to 5 s exactly, and not after a millisecond less", async () => {
    for (const [wait, tries] of [
      [5000, 2],
      [4999, 3],
    ] as const) {
      let tried = 0;
      const attempt = async () => void tried++;
      await expect(retryOnConflict({ jitter: async () => wait }, attempt, lost)).rejects.toThrow("lost");
      expect(tried).toBe(tries);
    }
  });

  it("ends with an error that states when to retry", async () => {
    const { ledger, store, finish } = slowTable(() => 0.5);
    const first = ledger.append(words, REF, () => ({
      drafts: [{ type: "gantry.test.said", data: { word: "a" }, actor: SYSTEM }],
    }));
    await finish(first);
    const elsewhere = { pk: "T#tn_1", sk: "MEM#x", own: 1 };
    await finish(store.transact([{ put: elsewhere }]));
    const blocked = ledger.append(words, REF, () => ({
      drafts: [{ type: "gantry.test.said", data: { word: "b" }, actor: SYSTEM }],
      writes: [{ put: elsewhere, when: { absent: true } }],
    }));
    await expect(finish(blocked)).rejects.toMatchObject({
      code: "Conflict",
      message: "Conflict with concurrent changes of c_1; try again.",
      detail: { id: "c_1", retry_after_seconds: 5 },
    });
  });
});
