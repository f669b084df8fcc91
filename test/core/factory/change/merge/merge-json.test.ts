import { describe, expect, test } from "@jest/globals";
import { mergeJson } from "#core/factory/change/merge/merge-json.ts";

const print = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const merge = (base: unknown, ours: unknown, theirs: unknown) =>
  mergeJson("package.json", print(base), print(ours), print(theirs));

describe("merging JSON by members", () => {
  test("keeps members that both sides added beside each other, in the order of their names", () => {
    const merged = merge(
      { dependencies: { react: "19.0.0" } },
      { dependencies: { react: "19.0.0", zod: "4.0.0" } },
      { dependencies: { react: "19.0.0", three: "0.180.0" } },
    );
    expect(merged).toEqual({
      value: print({ dependencies: { react: "19.0.0", three: "0.180.0", zod: "4.0.0" } }),
    });
  });

  test("merges lists by the identifiers of their items", () => {
    const merged = merge(
      {
        fields: [
          { id: "title", name: "Title" },
          { id: "year", name: "Year" },
        ],
      },
      {
        fields: [
          { id: "title", name: "Heading" },
          { id: "year", name: "Year" },
        ],
      },
      {
        fields: [
          { id: "title", name: "Title" },
          { id: "year", name: "Year" },
          { id: "price", name: "Price" },
        ],
      },
    );
    expect(merged).toEqual({
      value: print({
        fields: [
          { id: "title", name: "Heading" },
          { id: "year", name: "Year" },
          { id: "price", name: "Price" },
        ],
      }),
    });
  });

  test("refuses a member that both sides set differently, and names it", () => {
    expect(merge({ scripts: { test: "a" } }, { scripts: { test: "b" } }, { scripts: { test: "c" } })).toEqual(
      {
        conflicts: [
          {
            path: "package.json",
            lines: null,
            sentence:
              "The member scripts.test of package.json was edited since it was generated, and the change needs it different.",
          },
        ],
      },
    );
  });

  test.each([
    ["a member", { a: { x: 1 } }, {}, { a: { x: 2 } }],
    ["an item of a list", { a: [{ id: "x", n: 1 }] }, { a: [] }, { a: [{ id: "x", n: 2 }] }],
  ])("refuses %s that one side removed and the other changed", (_, base, ours, theirs) => {
    expect(merge(base, ours, theirs)).toHaveProperty("conflicts");
    expect(merge(base, theirs, ours)).toHaveProperty("conflicts");
  });

  test("refuses lists that both sides arranged differently", () => {
    expect(merge(["a", "b", "c"], ["c", "a", "b"], ["b", "a", "c"])).toHaveProperty("conflicts");
  });

  test("keeps the formatting of the released file", () => {
    const tabs = (value: unknown) => JSON.stringify(value, null, "\t");
    expect(mergeJson("a.json", tabs({ a: 1, b: 1 }), tabs({ a: 2, b: 1 }), tabs({ a: 1, b: 2 }))).toEqual({
      value: tabs({ a: 2, b: 2 }),
    });
  });

  test("merges by lines what it could not print back, such as comments and repeated members", () => {
    const base = '{\n  // note\n  "a": 1,\n\n  "b": 1\n}\n';
    const merged = mergeJson(
      "tsconfig.json",
      base,
      base.replace('"a": 1', '"a": 2'),
      base.replace('"b": 1', '"b": 2'),
    );
    expect(merged).toEqual({ value: base.replace('"a": 1', '"a": 2').replace('"b": 1', '"b": 2') });
  });

  test("treats __proto__ as a member like any other", () => {
    const ours = '{\n  "__proto__": {\n    "x": 1\n  },\n  "a": 1\n}\n';
    const merged = mergeJson("a.json", print({ a: 1 }), ours, print({ a: 2 }));
    expect(merged).toEqual({ value: ours.replace('"a": 1', '"a": 2') });
  });
});
