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
  ["a copy", { a: { b: 1 } }, [{ op: "copy", from: "/a", path: "/c" }], { a: { b: 1 }, c: { b: 1 } }],
];

const apply = (context: unknown, delta: unknown) =>
  applyDelta(context as never, contextDeltaSchema.parse(delta));

describe("a change of a context", () => {
  it.each(EXAMPLES)("is applied as the RFC says: %s", (_, context, delta, result) => {
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
  ])("is refused by its place: %s", (_, context, operation, field) => {
    expect(() => apply(context, [operation])).toThrow(
      expect.objectContaining({ code: "InvalidInput", field }),
    );
  });

  it.each([
    ["nothing", []],
    ["a prototype", [{ op: "add", path: "/__proto__", value: {} }]],
    ["no pointer", [{ op: "remove", path: "a" }]],
    ["a half escape", [{ op: "remove", path: "/~2" }]],
    ["an operation that there is not", [{ op: "merge", path: "/a", value: 1 }]],
    ["a member that there is not", [{ op: "remove", path: "/a", value: 1 }]],
  ])("cannot be %s", (_, delta) => {
    expect(contextDeltaSchema.safeParse(delta).success).toBe(false);
  });
});
