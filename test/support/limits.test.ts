import { describe, expect, it } from "@jest/globals";
import { limit, secondsWithin, until, within } from "./limits.ts";

const PACE = Number(process.env.GANTRY_TEST_PACE || 1);

describe("a test's time limit", () => {
  it("is a multiple of the machine's pace, and never shorter than on an idle one", () => {
    expect(PACE).toBeGreaterThanOrEqual(1);
    expect(within(2)).toBe(Math.ceil(2000 * PACE));
    expect(secondsWithin(2)).toBe(Math.ceil(2 * PACE));
  });

  it("is over only after its time at the machine's pace by then", () => {
    expect(limit(3600).over()).toBe(false);
    expect(limit(-1).over()).toBe(true);
  });
});

describe("until", () => {
  it("returns the first value, however many attempts it takes", async () => {
    let looks = 0;
    expect(await until(() => ++looks === 3 && "there")).toBe("there");
    expect(looks).toBe(3);
  });

  it("names what did not happen, once the limit is over", async () => {
    const never = until(() => undefined, { seconds: -1, what: "the mission ends" });
    await expect(never).rejects.toThrow("the mission ends");
  });

  it("passes on the error of the search", async () => {
    const broken = until(() => {
      throw new Error("ended before");
    });
    await expect(broken).rejects.toThrow("ended before");
  });
});
