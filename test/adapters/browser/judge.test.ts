import { describe, expect, it } from "@jest/globals";
import { judge, type Late } from "#adapters/browser/judge.ts";
import { fc } from "#test/support/property.ts";

const SLOW: Late = { budget_ms: 1000, control_ms: 500 };
const QUICK: Late = { budget_ms: 1000, control_ms: 50 };

/** Gives these answers one after another and notes with which scale each was asked for. */
function trials(lates: readonly (Late | undefined)[]) {
  const scales: number[] = [];
  const trial = async (scale: number) => {
    const late = lates[scales.length];
    scales.push(scale);
    return { result: `trial ${scales.length}`, ...(late ? { late } : {}) };
  };
  return { scales, trial };
}

describe("what a late step says about an app", () => {
  it("is its own fault when a page that needs nothing was quick beside it", async () => {
    expect(await judge(trials([QUICK]).trial)).toBe("trial 1");
  });

  it("is nothing on a busy machine: the run is repeated with more time", async () => {
    const { scales, trial } = trials([SLOW, undefined]);
    expect(await judge(trial)).toBe("trial 2");
    expect(scales[0]).toBe(1);
    expect(scales[1]).toBeGreaterThanOrEqual(2);
  });

  it("is the environment's failure when the machine stays busy, never the app's", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60_000 }),
        fc.double({ min: 0.11, max: 1000, noNaN: true }),
        async (budget_ms, share) => {
          const { scales, trial } = trials(Array(3).fill({ budget_ms, control_ms: budget_ms * share }));
          await expect(judge(trial)).rejects.toMatchObject({ code: "EnvironmentFailure" });
          expect(scales).toEqual([...scales].sort((a, b) => a - b));
          expect(Math.max(...scales)).toBeLessThanOrEqual(6);
        },
      ),
    );
  });

  it("is nothing when no control could be measured", async () => {
    const none = { budget_ms: 1000, control_ms: Number.POSITIVE_INFINITY };
    expect(await judge(trials([none, undefined]).trial)).toBe("trial 2");
  });
});

describe("what a crash says about an app", () => {
  const crashing = (times: number) => {
    let count = 0;
    return async () => {
      count++;
      return { result: `trial ${count}`, crashed: count <= times };
    };
  };

  it("is nothing when the run passes in a fresh browser", async () => {
    expect(await judge(crashing(1))).toBe("trial 2");
    expect(await judge(crashing(2))).toBe("trial 3");
  });

  it("is its own fault when it happens every time", async () => {
    expect(await judge(crashing(3))).toBe("trial 3");
  });
});
