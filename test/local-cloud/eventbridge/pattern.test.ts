import { describe, expect, it } from "@jest/globals";
import { compilePattern, type Pattern, PatternError } from "#local-cloud/eventbridge/pattern.ts";
import { fc } from "#test/support/property.ts";

const event = {
  source: "aws.s3",
  "detail-type": "Object Created",
  resources: ["arn:aws:s3:::one", "arn:aws:s3:::two"],
  detail: {
    bucket: { name: "evidence" },
    object: { key: "jobs/7/result.json", size: 42, etag: null },
    glob: "**/*.ts",
    flags: [],
    ok: true,
    parts: [
      { kind: "a", size: 1 },
      { kind: "b", size: 2 },
    ],
  },
};
const object = (value: unknown) => ({ detail: { object: value } }) as Pattern;

describe("event patterns", () => {
  it.each<[string, Pattern, boolean]>([
    ["an exact value", { source: ["aws.s3"] }, true],
    ["one of several values", { source: ["aws.ec2", "aws.s3"] }, true],
    ["another value", { source: ["aws.ec2"] }, false],
    ["a missing field", { nothing: ["x"] }, false],
    ["all fields", { source: ["aws.s3"], "detail-type": ["Object Deleted"] }, false],
    ["nested fields", { detail: { bucket: { name: ["evidence"] } } }, true],
    ["any element of an array", { resources: ["arn:aws:s3:::two"] }, true],
    ["a number", object({ size: [42] }), true],
    ["a number as text", object({ size: ["42"] }), false],
    ["null", object({ etag: [null] }), true],
    ["a boolean", { detail: { ok: [true] } }, true],
    ["a prefix", object({ key: [{ prefix: "jobs/" }] }), true],
    ["another prefix", object({ key: [{ prefix: "job/" }] }), false],
    ["a prefix without case", object({ key: [{ prefix: { "equals-ignore-case": "JOBS/" } }] }), true],
    ["a prefix of a number", object({ size: [{ prefix: "4" }] }), false],
    ["a suffix", object({ key: [{ suffix: ".json" }] }), true],
    ["a suffix without case", object({ key: [{ suffix: { "equals-ignore-case": ".JSON" } }] }), true],
    ["another suffix", object({ key: [{ suffix: ".html" }] }), false],
    ["equality without case", { source: [{ "equals-ignore-case": "AWS.S3" }] }, true],
    ["a wildcard", object({ key: [{ wildcard: "jobs/*/result.*" }] }), true],
    ["a wildcard that must end", object({ key: [{ wildcard: "jobs/*/result" }] }), false],
    ["a literal dot in a wildcard", object({ key: [{ wildcard: "jobs/*/resultXjson" }] }), false],
    ["an escaped star beside a wildcard", { detail: { glob: [{ wildcard: "\\**.ts" }] } }, true],
    ["an escaped star that is not there", object({ key: [{ wildcard: "jobs/\\**" }] }), false],
    ["anything but one", object({ key: [{ "anything-but": "x" }] }), true],
    ["anything but this", { source: [{ "anything-but": ["aws.s3", "aws.ec2"] }] }, false],
    ["anything but a number", object({ size: [{ "anything-but": [1, 2] }] }), true],
    ["anything but a prefix", object({ key: [{ "anything-but": { prefix: "jobs/" } }] }), false],
    ["anything but a suffix", object({ key: [{ "anything-but": { suffix: [".html", ".css"] } }] }), true],
    ["anything but, where there is nothing", { nothing: [{ "anything-but": "x" }] }, false],
    ["existence", object({ size: [{ exists: true }] }), true],
    ["existence of null", object({ etag: [{ exists: true }] }), true],
    ["existence of nothing", { detail: { nothing: [{ exists: true }] } }, false],
    ["absence", { detail: { nothing: [{ exists: false }] } }, true],
    ["absence of what is there", { source: [{ exists: false }] }, false],
    ["absence below a missing object", { nowhere: { deep: [{ exists: false }] } }, true],
    ["an empty array as absence", { detail: { flags: [{ exists: false }] } }, true],
    ["existence of an object, which is no leaf", { detail: { bucket: [{ exists: true }] } }, false],
    ["numeric equality", object({ size: [{ numeric: ["=", 42] }] }), true],
    ["a numeric range", object({ size: [{ numeric: [">", 0, "<=", 42] }] }), true],
    ["outside a numeric range", object({ size: [{ numeric: [">", 0, "<", 42] }] }), false],
    ["several operators", object({ key: [{ prefix: "x" }, { suffix: ".json" }] }), true],
    ["objects inside arrays", { detail: { parts: { kind: ["b"] } } }, true],
    ["fields of different elements", { detail: { parts: { kind: ["a"], size: [2] } } }, true],
    ["$or", { $or: [{ source: ["x"] }, { detail: { ok: [true] } }] }, true],
    ["$or of what is not so", { $or: [{ source: ["x"] }, { detail: { ok: [false] } }] }, false],
  ])("matches events by %s", (_, pattern, expected) => {
    expect(compilePattern(pattern)(event)).toBe(expected);
  });

  it("matches records of a table's stream", () => {
    const matches = compilePattern({ dynamodb: { Keys: { sk: { S: [{ prefix: "E#" }] } } } });
    const record = (sk: string) => ({
      eventName: "INSERT",
      dynamodb: { Keys: { pk: { S: "T#a" }, sk: { S: sk } } },
    });
    expect([matches(record("E#000000000001")), matches(record("HEAD"))]).toEqual([true, false]);
  });

  it.each<[string, unknown]>([
    ["an unknown operator", { a: [{ like: "x" }] }],
    ["an unknown operator in anything-but", { a: [{ "anything-but": { numeric: ["=", 1] } }] }],
    ["an unknown operator in prefix", { a: [{ prefix: { suffix: "x" } }] }],
    ["two operators in one object", { a: [{ prefix: "x", suffix: "y" }] }],
    ["an operator without a name", { a: [{}] }],
    ["a value outside an array", { a: "x" }],
    ["an empty array", { a: [] }],
    ["an empty object", { a: {} }],
    ["an empty pattern", {}],
    ["an array in an array", { a: [["x"]] }],
    ["a prefix that is a number", { a: [{ prefix: 1 }] }],
    ["exists with a text", { a: [{ exists: "true" }] }],
    ["an unknown numeric comparison", { a: [{ numeric: ["!=", 1] }] }],
    ["a numeric comparison named like a method", { a: [{ numeric: ["constructor", 1] }] }],
    ["a numeric comparison with a text", { a: [{ numeric: ["=", "1"] }] }],
    ["half a numeric comparison", { a: [{ numeric: ["="] }] }],
    ["$or of one", { $or: [{ a: ["x"] }] }],
    ["anything-but of nothing", { a: [{ "anything-but": [] }] }],
    ["consecutive wildcards", { a: [{ wildcard: "a**" }] }],
    ["consecutive wildcards after a backslash", { a: [{ wildcard: "a\\\\**" }] }],
    ["a stray backslash in a wildcard", { a: [{ wildcard: "a\\b" }] }],
  ])("is refused with %s", (_, pattern) => {
    expect(() => compilePattern(pattern as Pattern)).toThrow(PatternError);
  });

  it("treats every character of a wildcard except * literally", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        const escaped = value.replace(/[\\*]/g, "\\$&");
        const exact = compilePattern({ a: [{ wildcard: escaped }] });
        const open = compilePattern({ a: [{ wildcard: `*${escaped}` }] });
        return (
          exact({ a: value }) &&
          !exact({ a: `${value}x` }) &&
          !exact({ a: `x${value}` }) &&
          open({ a: `x${value}` })
        );
      }),
    );
  });

  it("with anything-but matches the opposite, wherever there is a value", () => {
    const scalar = fc.oneof(fc.string({ minLength: 1 }), fc.integer());
    fc.assert(
      fc.property(scalar, scalar, (value, other) => {
        const is = compilePattern({ a: [other] })({ a: value });
        return compilePattern({ a: [{ "anything-but": other }] })({ a: value }) === !is;
      }),
    );
  });
});
