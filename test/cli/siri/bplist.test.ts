import { describe, expect, it } from "@jest/globals";
import { type PlistValue, writeBplist } from "#cli/siri/bplist.ts";
import { readBplist } from "#test/support/bplist.ts";
import { fc } from "#test/support/property.ts";
import { readShortcut } from "#test/support/shortcut.ts";

const { value } = fc.letrec<{ value: PlistValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.nat({ max: 2 ** 31 - 1 }),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 20 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), tie("value"), {
      maxKeys: 20,
      noNullPrototype: true,
    }),
  ),
}));

describe("a binary property list", () => {
  it("reads as it was written", () => {
    fc.assert(fc.property(value, (root) => expect(readBplist(writeBplist(root))).toEqual(root)));
  });

  it("reads in Python as it was written", () => {
    const root = {
      empty: "",
      ascii: "x".repeat(300),
      more: "ö 🙂".repeat(20),
      numbers: [0, 255, 65_536, 2 ** 31 - 1],
      nested: [{ yes: true, no: false }, [], {}],
      many: Array.from({ length: 300 }, (_, n) => n),
    };
    expect(readShortcut(writeBplist(root))).toEqual(root);
  });
});
