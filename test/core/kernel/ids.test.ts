import { describe, expect, it } from "@jest/globals";
import { ID_PATTERN, makeId } from "#core/kernel/ids.ts";
import { fc } from "#test/support/property.ts";

const random = fc.uint8Array({ minLength: 10, maxLength: 16 });
const time = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

describe("an id of the product", () => {
  it("always matches the pattern of a key", () => {
    fc.assert(fc.property(time, random, (now, bytes) => ID_PATTERN.test(makeId("m", now, bytes))));
  });

  it("sorts by its creation time", () => {
    fc.assert(
      fc.property(time, time, random, random, (a, b, first, second) => {
        fc.pre(a < b);
        expect(makeId("m", a, first) < makeId("m", b, second)).toBe(true);
      }),
    );
  });

  it("differs when any of its 80 random bits differ", () => {
    const ids = new Set<string>();
    for (let bit = 0; bit < 80; bit++) {
      const bytes = new Uint8Array(10);
      bytes[bit >> 3] = 1 << (bit & 7);
      ids.add(makeId("m", 0, bytes));
    }
    expect(ids.size).toBe(80);
  });

  it("is refused with too little randomness", () => {
    expect(() => makeId("m", 0, new Uint8Array(9))).toThrow(RangeError);
  });

  it.each(["", "A", "tn#1", "#", "-a", ".a", "_a", "a b", "ä", "a/b", "a\n", "a".repeat(65), "T#tn_1"])(
    "never matches %j",
    (text) => expect(ID_PATTERN.test(text)).toBe(false),
  );
});
