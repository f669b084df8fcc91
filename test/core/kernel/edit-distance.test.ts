import { describe, expect, it } from "@jest/globals";
import { distanceOf } from "#core/kernel/edit-distance.ts";
import { fc } from "#test/support/property.ts";

describe("the distance of two words", () => {
  it.each([
    ["react", "react", 0],
    ["reactt", "react", 1],
    ["rect", "react", 1],
    ["reakt", "react", 1],
    ["raect", "react", 1],
    ["", "react", 5],
    ["kitten", "sitting", 3],
  ])("of %j and %j is %d", (a, b, distance) => {
    expect(distanceOf(a, b)).toBe(distance);
  });

  it("is the same both ways, and at most the length of the longer one", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distanceOf(a, b)).toBe(distanceOf(b, a));
        expect(distanceOf(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
