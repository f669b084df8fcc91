import { describe, expect, it } from "@jest/globals";
import { eachAtOnce } from "#core/kernel/each-at-once.ts";
import { fc, runs } from "#test/support/property.ts";

describe("eachAtOnce", () => {
  it("calls the function once for each item, within the limit of concurrent calls", async () => {
    const lists = fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 8 }), async (length, most) => {
      const items = Array.from({ length }, (_, index) => index);
      const called: number[] = [];
      let [open, widest] = [0, 0];
      await eachAtOnce(items, most, async (item) => {
        called.push(item);
        widest = Math.max(widest, ++open);
        await new Promise(setImmediate);
        open -= 1;
      });
      expect(called).toEqual(items);
      expect(widest).toBe(Math.min(most, length));
    });
    await fc.assert(lists, { numRuns: runs(50) });
  });

  it("rejects with the first error", async () => {
    const failing = eachAtOnce([1, 2, 3], 2, async (item) => {
      if (item > 1) throw new Error(`no ${item}`);
    });
    await expect(failing).rejects.toThrow("no 2");
  });
});
