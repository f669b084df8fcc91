import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { z } from "zod";
import { CLAUDE } from "#core/model/dialects.ts";
import { translate } from "#core/model/translate.ts";
import { schemaFault } from "#local-cloud/bedrock/schema-rules.ts";
import { fc } from "#test/support/property.ts";

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const jsonSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" }) as Record<string, unknown>;
const translated = (schema: z.ZodType) => translate(jsonSchema(schema), CLAUDE);
const member = (schema: z.ZodType) =>
  (translated(z.strictObject({ a: schema }))?.properties as Record<string, unknown> | undefined)?.a;

/** A schema with a value that fits it. */
interface Sample {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 9 }).map((value) => ({ schema: z.string().min(1).max(9), value })),
  fc.constant({ schema: z.string().regex(/^[a-z]+$/), value: "abc" }),
  fc.constant({ schema: z.email(), value: "a@example.org" }),
  fc.constant({ schema: z.iso.datetime(), value: "2026-11-22T00:00:00Z" }),
  fc.integer().map((value) => ({ schema: z.int(), value })),
  fc.integer({ min: 0, max: 10 }).map((value) => ({ schema: z.number().min(0).max(10), value })),
  fc.constant({ schema: z.number().gt(1).lt(9).multipleOf(2), value: 4 }),
  fc.boolean().map((value) => ({ schema: z.boolean(), value })),
  fc.constantFrom("x", "y").map((value) => ({ schema: z.enum(["x", "y"]), value })),
  fc.constantFrom("x", 1, null, true).map((value) => ({ schema: z.literal(["x", 1, null, true]), value })),
);
const { node } = fc.letrec<{ node: Sample }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    list(tie("node")),
    union(tie("node")),
    object(tie("node")),
  ),
}));

function list(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(item, fc.integer({ min: 2, max: 4 })).map(([{ schema, value }, length]) => ({
    schema: z.array(schema).min(2).max(4),
    value: Array.from({ length }, () => value),
  }));
}
function union(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.oneof(
    item.map(({ schema, value }) => ({ schema: schema.nullable(), value })),
    item.map(({ schema }) => ({ schema: schema.nullable(), value: null })),
    item.map(({ schema, value }) => ({
      schema: z.discriminatedUnion("do", [
        z.strictObject({ do: z.literal("one"), with: schema }),
        z.strictObject({ do: z.literal("none") }),
      ]),
      value: { do: "one", with: value },
    })),
  );
}
function object(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const name = fc.constantFrom("a", "b", "maxItems", "oneOf", "properties", "type", "constructor");
  const members = fc.uniqueArray(fc.record({ name, item, required: fc.boolean(), given: fc.boolean() }), {
    selector: (each) => each.name,
    minLength: 1,
    maxLength: 4,
  });
  return members.map((all) => ({
    schema: z.strictObject(
      Object.fromEntries(
        all.map((each) => [each.name, each.required ? each.item.schema : each.item.schema.optional()]),
      ),
    ),
    value: Object.fromEntries(
      all.filter((each) => each.required || each.given).map((each) => [each.name, each.item.value]),
    ),
  }));
}

describe("a schema in Claude's dialect", () => {
  it("is accepted by the service and accepts whatever the original accepts", () => {
    let compiled = 0;
    fc.assert(
      fc.property(object(node), ({ schema, value }) => {
        fc.pre(schema.safeParse(value).success);
        const result = translated(schema);
        if (result === null) return;
        compiled++;
        expect(schemaFault([result])).toBeUndefined();
        expect(ajv.validate(result, value)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(compiled).toBeGreaterThan(100);
  });

  it("states limits in the description", () => {
    expect(member(z.string().min(1).max(120).describe("The title."))).toEqual({
      type: "string",
      description: "The title. At least 1 characters, at most 120 characters.",
    });
    expect(member(z.array(z.boolean()).min(2).max(3))).toEqual({
      type: "array",
      items: { type: "boolean" },
      description: "At least 2 items, at most 3 items.",
    });
    expect(member(z.array(z.boolean()).min(1))).toMatchObject({ minItems: 1 });
    expect(member(z.string().regex(/^a+$/))).toMatchObject({
      description: "Must match the regular expression ^a+$.",
    });
    expect(member(z.int().positive())).toEqual({ type: "integer", description: "More than 0." });
    expect(member(z.int())).toEqual({ type: "integer" });
  });

  it("writes oneOf as anyOf", () => {
    expect(member(z.discriminatedUnion("k", [z.strictObject({ k: z.literal("a") })]))).toMatchObject({
      anyOf: [{ type: "object", properties: { k: { const: "a" } } }],
    });
    expect(member(z.string().nullable())).toEqual({ anyOf: [{ type: "string" }, { type: "null" }] });
  });

  it("forbids additional members where the original ignores them", () => {
    expect(translated(z.object({ a: z.string() }))).toMatchObject({ additionalProperties: false });
    expect(translated(z.looseObject({ a: z.string() }))).toMatchObject({ additionalProperties: false });
  });

  it("inlines definitions", () => {
    const name = z.string().meta({ id: "Name" });
    expect(translated(z.strictObject({ a: name, b: name }))).toEqual({
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      required: ["a", "b"],
      additionalProperties: false,
    });
  });

  const tree: z.ZodType = z.strictObject({
    get children() {
      return z.array(tree);
    },
  });
  const many = (count: number, schema: z.ZodType) =>
    z.strictObject(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, schema])));
  it.each([
    ["members of any name", z.record(z.string(), z.number())],
    ["a tree", tree],
    ["any value", z.strictObject({ a: z.unknown() })],
    ["a list by position", z.strictObject({ a: z.tuple([z.string(), z.number()]) })],
    ["25 optional members", many(25, z.string().optional())],
    ["17 unions", many(17, z.string().nullable())],
  ])("does not exist for %s", (_, schema) => {
    expect(translated(schema)).toBeNull();
  });
});
