import { describe, expect, it } from "@jest/globals";
import { toDraft4 } from "#lib/draft4.ts";

describe("a schema in draft 04", () => {
  it.each([
    ["limits that exclude their number", { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
    ["a constant", { const: "ok" }, { enum: ["ok"] }],
    [
      "what only people read",
      { type: "string", title: "T", examples: ["a"], default: "a", format: "x" },
      { type: "string" },
    ],
    [
      "alternatives",
      { anyOf: [{ const: 1 }, { type: "null" }] },
      { anyOf: [{ enum: [1] }, { type: "null" }] },
    ],
    [
      "a closed object",
      { type: "object", additionalProperties: false, required: ["a"], properties: { a: { const: 1 } } },
      { type: "object", additionalProperties: false, required: ["a"], properties: { a: { enum: [1] } } },
    ],
    [
      "an open object of one kind",
      { additionalProperties: { const: 1 } },
      { additionalProperties: { enum: [1] } },
    ],
    [
      "a list",
      { type: "array", items: { const: 1 }, maxItems: 3 },
      { type: "array", items: { enum: [1] }, maxItems: 3 },
    ],
    [
      "a property that is named like a keyword",
      { properties: { const: { type: "string" } } },
      { properties: { const: { type: "string" } } },
    ],
    ["a reference", { $ref: "#/components/schemas/One" }, { enum: [1] }],
  ])("says %s in its own words", (_, schema, expected) => {
    expect(toDraft4(schema, { One: { const: 1 } })).toEqual(expected);
  });

  it("is not made of a reference that leads nowhere", () => {
    expect(() => toDraft4({ $ref: "#/components/schemas/Two" }, {})).toThrow(
      "openapi.json refers to #/components/schemas/Two, which it does not hold",
    );
  });
});
