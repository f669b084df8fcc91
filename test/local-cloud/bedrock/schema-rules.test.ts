import { describe, expect, it } from "@jest/globals";
import { schemaFault } from "#local-cloud/bedrock/schema-rules.ts";

const object = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const string = { type: "string" };
const many = (count: number, schema: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, schema]));

describe("a schema for structured output", () => {
  it.each([
    ["an object", object({ name: string })],
    ["a list", object({ names: { type: "array", items: string, minItems: 1 } })],
    ["a choice", object({ name: { anyOf: [string, { type: "null" }] } })],
    ["constants", object({ kind: { type: "string", const: "a" }, size: { enum: [1, 2] } })],
    ["a property with the name of a keyword", object({ maxItems: { type: "integer" }, oneOf: string })],
    ["a definition", { ...object({ a: { $ref: "#/$defs/name" } }), $defs: { name: string } }],
    ["24 optional members", object(many(24, string), [])],
    ["16 unions", object(many(16, { anyOf: [string, { type: "null" }] }))],
  ])("may have %s", (_, schema) => {
    expect(schemaFault([schema])).toBeUndefined();
  });

  it.each([
    [
      object({ a: { type: "array", items: string, maxItems: 3 } }),
      "For 'array' type, property 'maxItems' is not supported",
    ],
    [
      object({ a: { type: "array", items: string, minItems: 2 } }),
      "For 'array' type, 'minItems' values other than 0 or 1 are not supported",
    ],
    [
      object({ a: { type: "array", items: string, uniqueItems: true } }),
      "For 'array' type, property 'uniqueItems' is not supported",
    ],
    [
      object({ a: { type: "number", minimum: 0, maximum: 1 } }),
      "For 'number' type, properties maximum, minimum are not supported",
    ],
    [
      object({ a: { type: "integer", minimum: 0 } }),
      "For 'integer' type, property 'minimum' is not supported",
    ],
    [
      object({ a: { type: "string", maxLength: 3 } }),
      "For 'string' type, property 'maxLength' is not supported",
    ],
    [
      object({ a: { type: "string", pattern: "^a" } }),
      "For 'string' type, property 'pattern' is not supported",
    ],
    [object({ a: { oneOf: [string] } }), "Schema type 'oneOf' is not supported"],
    [object({ a: {} }), "Schema must have a 'type', 'anyOf', 'oneOf', or 'allOf' field."],
    [
      { type: "object", properties: {} },
      "For 'object' type, 'additionalProperties' must be explicitly set to false",
    ],
    [
      object({ a: { type: "object", additionalProperties: string } }),
      "For 'object' type, 'additionalProperties: object' is not supported. Please set 'additionalProperties' to false",
    ],
    [
      {
        ...object({ a: { $ref: "#/$defs/tree" } }),
        $defs: { tree: object({ child: { $ref: "#/$defs/tree" } }) },
      },
      "Circular reference detected in schema definitions: tree -> tree",
    ],
    [
      object({ a: { $ref: "https://example.org/name" } }),
      "External or unknown reference 'https://example.org/name' is not supported",
    ],
    [
      object(many(25, string), []),
      "Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).",
    ],
    [
      object(many(17, { anyOf: [string, { type: "null" }] })),
      "Schemas contains too many parameters with union types (17 parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: 16 parameters with unions).",
    ],
  ])("is refused with the service's message: %j", (schema, sentence) => {
    expect(schemaFault([schema])).toBe(sentence);
  });
});
