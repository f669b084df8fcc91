import { describe, expect, it } from "@jest/globals";
import { contextDeltaSchema } from "#core/governance/gate/context-delta.ts";
import { applyDelta } from "#core/governance/gate/json-patch.ts";

/** Examples of RFC 6902, appendix A, by their number there. */
const EXAMPLES: [string, unknown, unknown[], unknown][] = [
  ["A.1", { foo: "bar" }, [{ op: "add", path: "/baz", value: "qux" }], { baz: "qux", foo: "bar" }],
  [
    "A.2",
    { foo: ["bar", "baz"] },
    [{ op: "add", path: "/foo/1", value: "qux" }],
    { foo: ["bar", "qux", "baz"] },
  ],
  ["A.3", { baz: "qux", foo: "bar" }, [{ op: "remove", path: "/baz" }], { foo: "bar" }],
  ["A.4", { foo: ["bar", "qux", "baz"] }, [{ op: "remove", path: "/foo/1" }], { foo: ["bar", "baz"] }],
  [
    "A.5",
    { baz: "qux", foo: "bar" },
    [{ op: "replace", path: "/baz", value: "boo" }],
    { baz: "boo", foo: "bar" },
  ],
  [
    "A.6",
    { foo: { bar: "baz", waldo: "fred" }, qux: { corge: "grault" } },
    [{ op: "move", from: "/foo/waldo", path: "/qux/thud" }],
    { foo: { bar: "baz" }, qux: { corge: "grault", thud: "fred" } },
  ],
  [
    "A.7",
    { foo: ["all", "grass", "cows", "eat"] },
    [{ op: "move", from: "/foo/1", path: "/foo/3" }],
    { foo: ["all", "cows", "eat", "grass"] },
  ],
  [
    "A.8",
    { baz: "qux", foo: ["a", 2, "c"] },
    [
      { op: "test", path: "/baz", value: "qux" },
      { op: "test", path: "/foo/1", value: 2 },
    ],
    { baz: "qux", foo: ["a", 2, "c"] },
  ],
  [
    "A.10",
    { foo: "bar" },
    [{ op: "add", path: "/child", value: { grandchild: {} } }],
    { foo: "bar", child: { grandchild: {} } },
  ],
  ["A.14", { "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: 10 }], { "/": 9, "~1": 10 }],
  [
    "A.16",
    { foo: ["bar"] },
    [{ op: "add", path: "/foo/-", value: ["abc", "def"] }],
    { foo: ["bar", ["abc", "def"]] },
  ],
  ["the whole", { a: 1 }, [{ op: "replace", path: "", value: 2 }], 2],
  ["the whole, with a list", [1], [{ op: "add", path: "", value: [] }], []],
  ["removing the whole", { a: 1 }, [{ op: "remove", path: "" }], null],
  ["moving to where it is", { a: 1 }, [{ op: "move", from: "/a", path: "/a" }], { a: 1 }],
  ["moving to a name that begins the same", { a: 1 }, [{ op: "move", from: "/a", path: "/ab" }], { ab: 1 }],
  ["inside a list", [{ a: 1 }, { b: 2 }], [{ op: "replace", path: "/1/b", value: 3 }], [{ a: 1 }, { b: 3 }]],
  ["a name with a slash", { "a/b": 1 }, [{ op: "replace", path: "/a~1b", value: 2 }], { "a/b": 2 }],
  [
    "an index of two digits",
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    [{ op: "test", path: "/10", value: 10 }],
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ],
  ["a copy", { a: { b: 1 } }, [{ op: "copy", from: "/a", path: "/c" }], { a: { b: 1 }, c: { b: 1 } }],
];

const apply = (context: unknown, delta: unknown) =>
  applyDelta(context as never, contextDeltaSchema.parse(delta));

describe("a change of a context by JSON Patch", () => {
  it.each(EXAMPLES)("is applied as RFC 6902 states: %s", (_, context, delta, result) => {
    const before = structuredClone(context);
    expect(apply(context, delta)).toEqual(result);
    expect(context).toEqual(before);
  });

  it.each<[string, unknown, unknown, string]>([
    [
      "A.9 a test that fails",
      { baz: "qux" },
      { op: "test", path: "/baz", value: "bar" },
      "context_delta.0.value",
    ],
    [
      "A.12 a parent that is not there",
      { foo: "bar" },
      { op: "add", path: "/baz/bat", value: 1 },
      "context_delta.0.path",
    ],
    [
      "A.15 a number that is a text",
      { "~1": 10 },
      { op: "test", path: "/~01", value: "10" },
      "context_delta.0.value",
    ],
    ["removing what is not there", {}, { op: "remove", path: "/a" }, "context_delta.0.path"],
    ["replacing what is not there", {}, { op: "replace", path: "/a", value: 1 }, "context_delta.0.path"],
    ["an index behind the end", { a: [] }, { op: "add", path: "/a/1", value: 1 }, "context_delta.0.path"],
    ["an index with a zero before", { a: [1, 2] }, { op: "remove", path: "/a/01" }, "context_delta.0.path"],
    [
      "moving into itself",
      { a: { b: {} } },
      { op: "move", from: "/a", path: "/a/b/c" },
      "context_delta.0.path",
    ],
    ["moving from nowhere", {}, { op: "move", from: "/a", path: "/b" }, "context_delta.0.from"],
    ["a name of every object", {}, { op: "remove", path: "/constructor" }, "context_delta.0.path"],
  ])("is refused with its path: %s", (_, context, operation, field) => {
    expect(() => apply(context, [operation])).toThrow(
      expect.objectContaining({ code: "InvalidInput", field }),
    );
  });

  it.each<[unknown, unknown, string]>([
    [{}, { op: "remove", path: "/a" }, "context_delta.0.path does not exist in the context."],
    [{}, { op: "replace", path: "/a", value: 1 }, "context_delta.0.path does not exist in the context."],
    [{}, { op: "copy", from: "/a", path: "/b" }, "context_delta.0.from does not exist in the context."],
    [{ a: 1 }, { op: "add", path: "/a/b", value: 1 }, "context_delta.0.path does not exist in the context."],
    [
      { a: null },
      { op: "add", path: "/a/b", value: 1 },
      "context_delta.0.path does not exist in the context.",
    ],
    [
      { a: "text" },
      { op: "remove", path: "/a/length" },
      "context_delta.0.path does not exist in the context.",
    ],
    [[1, 2], { op: "remove", path: "/2" }, "context_delta.0.path is not an index of a list of 2."],
    [[1, 2], { op: "test", path: "/1x", value: 2 }, "context_delta.0.path is not an index of a list of 2."],
    [{ a: {} }, { op: "move", from: "/a", path: "/a/b" }, "context_delta.0.path must not be inside from."],
    [
      { a: 1 },
      { op: "test", path: "/a", value: 2 },
      "context_delta.0.value does not equal the value in the context.",
    ],
  ])("applied to %j is refused for %j with a sentence", (context, operation, message) => {
    expect(() => apply(context, [operation])).toThrow(expect.objectContaining({ message }));
  });

  it("names the operation that cannot be applied", () => {
    const delta = [
      { op: "remove", path: "/a" },
      { op: "remove", path: "/a" },
    ];
    expect(() => apply({ a: 1 }, delta)).toThrow(expect.objectContaining({ field: "context_delta.1.path" }));
  });

  it.each([
    ["no operation", []],
    ["a path to a prototype", [{ op: "add", path: "/__proto__", value: {} }]],
    ["a path that is no pointer", [{ op: "remove", path: "a" }]],
    ["an incomplete escape", [{ op: "remove", path: "/~2" }]],
    ["an unknown operation", [{ op: "merge", path: "/a", value: 1 }]],
    ["an unknown member", [{ op: "remove", path: "/a", value: 1 }]],
  ])("cannot have %s", (_, delta) => {
    expect(contextDeltaSchema.safeParse(delta).success).toBe(false);
  });
});
