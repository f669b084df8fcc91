import { describe, expect, it } from "@jest/globals";
import { canonicalHash, canonicalJson } from "#core/kernel/canonical.ts";
import { fc } from "#test/support/property.ts";

describe("canonical JSON", () => {
  it("serialises the example of RFC 8785, section 3.2.2, as in its section 3.2.4", () => {
    const text = `{
      "numbers": [333333333.33333329, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(text))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts keys by UTF-16 code units (RFC 8785, section 3.2.3)", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\u{1f600}", "\u0080", "\u00f6"];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    const order = [...canonicalJson(value).matchAll(/"((?:\\.|[^"\\])*)":0/gu)].map(([, key]) =>
      JSON.parse(`"${key}"`),
    );
    expect(order).toEqual(["\r", "1", "\u0080", "\u00f6", "\u20ac", "\u{1f600}", "\ufb33"]);
  });

  it.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [-5e-324, "-5e-324"],
    [1.7976931348623157e308, null],
    [9007199254740991, "9007199254740991"],
    [1e-7, "1e-7"],
    [0.000001, "0.000001"],
  ])("writes the number %d as in RFC 8785, appendix B", (number, text) => {
    if (text === null) expect(() => canonicalJson(number)).toThrow(/safe integer/);
    else expect(canonicalJson(number)).toBe(text);
  });

  it("gives equal values equal bytes, whatever the order of their keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalHash(turned)).toBe(canonicalHash(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  const deepObjects = (levels: number): unknown => (levels === 0 ? 1 : { a: deepObjects(levels - 1) });

  it.each<[string, unknown, RegExp]>([
    ["undefined", { a: undefined }, /\$\.a is not plain JSON/],
    ["undefined in a list", [undefined], /\$\[0\]/],
    ["a function", { a: () => 1 }, /\$\.a/],
    ["a symbol", { a: Symbol("x") }, /\$\.a/],
    ["a bigint", { a: 1n }, /\$\.a/],
    ["NaN", [Number.NaN], /finite/],
    ["infinity", { a: { b: Number.NEGATIVE_INFINITY } }, /\$\.a\.b is not a finite/],
    ["an integer that floats cannot hold", { a: 2 ** 53 }, /safe integer/],
    ["a lone surrogate", { a: "\ud800" }, /well-formed/],
    ["a lone surrogate in a key", { "\udc00": 1 }, /key/],
    ["a date", { a: new Date(0) }, /plain/],
    ["a map", new Map(), /plain/],
    ["bytes", { a: new Uint8Array(1) }, /plain/],
    ["an object with toJSON", { toJSON: () => 1 }, /plain/],
    ["a class", new (class A {})(), /plain/],
    ["65 levels", deep(66), /deeper/],
    ["65 levels of objects", deepObjects(66), /deeper/],
  ])("refuses %s and names its place", (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it("accepts 64 levels of nesting", () => expect(canonicalJson(deep(64))).toContain("1"));
});
