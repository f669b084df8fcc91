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

describe("a step that ran out of time", () => {
  it("is the app's failure when an empty page loaded quickly beside it", async () => {
    expect(await judge(trials([QUICK]).trial)).toBe("trial 1");
  });

  it("is repeated with more time on a busy machine", async () => {
    const { scales, trial } = trials([SLOW, undefined]);
    expect(await judge(trial)).toBe("trial 2");
    expect(scales[0]).toBe(1);
    expect(scales[1]).toBeGreaterThanOrEqual(2);
  });

  it("is an EnvironmentFailure when the machine stays busy, never the app's failure", async () => {
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

  it("is repeated when the control page could not be measured", async () => {
    const none = { budget_ms: 1000, control_ms: Number.POSITIVE_INFINITY };
    expect(await judge(trials([none, undefined]).trial)).toBe("trial 2");
  });
});

describe("an acceptance run whose browser crashed", () => {
  const crashing = (times: number) => {
    let count = 0;
    return async () => {
      count++;
      return { result: `trial ${count}`, crashed: count <= times };
    };
  };

  it("is judged by a later run that passes in a fresh browser", async () => {
    expect(await judge(crashing(1))).toBe("trial 2");
    expect(await judge(crashing(2))).toBe("trial 3");
  });

  it("is the app's failure when the browser crashes every time", async () => {
    expect(await judge(crashing(3))).toBe("trial 3");
  });
});
