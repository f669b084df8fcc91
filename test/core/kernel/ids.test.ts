import { describe, expect, it } from "@jest/globals";
import { ID_PATTERN, idSchema, makeId, sha256Schema } from "#core/kernel/ids.ts";
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

  it("is its prefix, nine characters of time and sixteen of chance, the same for ever", () => {
    const bytes = Uint8Array.from({ length: 12 }, (_, index) => 17 * index + 1);
    expect(makeId("m", Date.UTC(2026, 10, 21), bytes)).toBe("m_1m7xpe60004926d25askqh2ct");
    expect(makeId("s", 0, new Uint8Array(10).fill(255))).toBe("s_000000000zzzzzzzzzzzzzzzz");
    expect(makeId("s", 32 ** 9 - 1, new Uint8Array(10))).toBe("s_zzzzzzzzz0000000000000000");
  });

  it("takes nothing from random bytes behind the tenth", () => {
    const bytes = new Uint8Array(11);
    expect(makeId("m", 5, bytes.with(10, 1))).toBe(makeId("m", 5, bytes));
  });

  it("is refused with too little randomness", () => {
    expect(() => makeId("m", 0, new Uint8Array(9))).toThrow(new RangeError("makeId needs 10 random bytes"));
  });

  it.each(["", "A", "tn#1", "#", "-a", ".a", "_a", "a b", "ä", "a/b", "a\n", "a".repeat(65), "T#tn_1"])(
    "never matches %j",
    (text) => expect(ID_PATTERN.test(text)).toBe(false),
  );
});

describe("an id or a digest that is none", () => {
  it("is refused with what it must be", () => {
    const messageOf = (result: { error?: { issues: { message: string }[] } }) =>
      result.error?.issues[0]?.message;
    expect(messageOf(idSchema.safeParse("A"))).toBe(
      "must be 1-64 of a-z, 0-9, '_', '.', '-' and start with a letter or digit",
    );
    for (const text of ["", "0".repeat(63), "0".repeat(65), `${"0".repeat(63)}G`, `x${"0".repeat(64)}`])
      expect(messageOf(sha256Schema.safeParse(text))).toBe("must be a SHA-256 digest in lower-case hex");
    expect(sha256Schema.parse("0f".repeat(32))).toBe("0f".repeat(32));
  });
});
