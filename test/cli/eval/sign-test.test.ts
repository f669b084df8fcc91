import { describe, expect, it } from "@jest/globals";
import { adjusted, signTest } from "#cli/eval/sign-test.ts";

describe("the exact test of pairs that differ", () => {
  it("gives both tails of the binomial distribution", () => {
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(3, 3)).toBe(1);
    expect(signTest(0, 5)).toBeCloseTo(2 / 32, 12);
    expect(signTest(7, 1)).toBeCloseTo((2 * 9) / 256, 12);
    expect(signTest(2, 10)).toBeCloseTo((2 * 79) / 4096, 12);
    expect(signTest(2, 10)).toBe(signTest(10, 2));
  });

  it("holds for as many pairs as a file can have", () => {
    expect(signTest(2500, 2500)).toBe(1);
    expect(signTest(2400, 2600)).toBeCloseTo(0.0049, 3);
    expect(signTest(0, 5000)).toBe(0);
  });
});

describe("adjusted probabilities", () => {
  it("are those of Holm, in the same order", () => {
    const rounded = adjusted([0.01, 0.04, 0.03, 0.005]).map((p) => p.toFixed(3));
    expect(rounded).toEqual(["0.030", "0.060", "0.060", "0.020"]);
    expect(adjusted([0.6, 0.7])).toEqual([1, 1]);
    expect(adjusted([])).toEqual([]);
  });
});
