import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { readInput } from "#core/kernel/input/read-input.ts";

/** One case of every kind of issue that zod knows, with what is said of it. */
const CASES: readonly [string, z.ZodType, unknown, string][] = [
  ["invalid_type", z.string(), 5, "must be text"],
  ["invalid_type", z.string(), undefined, "is required"],
  ["invalid_type", z.number(), "5", "must be a number"],
  ["invalid_type", z.coerce.number(), "many", "must be a number"],
  ["invalid_type", z.int(), 1.5, "must be a whole number"],
  ["invalid_type", z.boolean(), "yes", "must be true or false"],
  ["invalid_type", z.array(z.string()), {}, "must be a list"],
  ["invalid_type", z.object({}), [], "must be an object"],
  ["invalid_type", z.null(), 0, "must be null"],
  ["invalid_type", z.date(), "today", "must be a date"],
  ["invalid_type", z.bigint(), "1", "must be a whole number"],
  ["invalid_type", z.record(z.string(), z.string()), 1, "must be an object"],
  ["invalid_type", z.map(z.string(), z.string()), 1, "must be an object"],
  ["invalid_type", z.tuple([z.string()]), 1, "must be a list"],
  ["invalid_type", z.set(z.string()), 1, "must be a list"],
  ["invalid_type", z.undefined(), 1, "must be left out"],
  ["invalid_type", z.never(), 1, "must be left out"],
  ["invalid_value", z.literal(5), 6, "must be 5"],
  ["invalid_type", z.symbol(), 1, "must be another kind of value"],
  ["invalid_value", z.enum(["a", "b", "c"]), "d", "must be one of a, b or c"],
  ["invalid_value", z.enum(["a", "b"]), undefined, "is required and must be a or b"],
  ["invalid_value", z.literal(true), false, "must be true"],
  ["too_small", z.string().min(1), "", "must not be empty"],
  ["too_small", z.string().min(2), "a", "must have at least 2 characters"],
  ["too_small", z.array(z.string()).min(2), [], "must have at least 2 entries"],
  ["too_small", z.number().min(1), 0, "must be at least 1"],
  ["too_small", z.number().gt(1), 1, "must be more than 1"],
  ["too_big", z.string().max(8000), "x".repeat(8001), "must have at most 8,000 characters"],
  ["too_big", z.array(z.string()).max(1), ["a", "b"], "must have at most 1 entry"],
  ["too_big", z.string().length(3), "four", "must have exactly 3 characters"],
  ["too_big", z.number().max(200), 201, "must be at most 200"],
  ["too_big", z.number().lt(200), 200, "must be less than 200"],
  ["too_small", z.set(z.string()).min(2), new Set(), "must have at least 2 entries"],
  ["too_small", z.array(z.string()).length(1), [], "must have exactly 1 entry"],
  ["invalid_format", z.email(), "x", "must be an email address"],
  ["invalid_format", z.iso.datetime(), "x", "must be a time such as 2026-11-21T09:30:00Z"],
  ["invalid_format", z.url(), "x", "must be a URL"],
  ["invalid_format", z.uuid(), "x", "must be a UUID"],
  ["invalid_format", z.iso.date(), "x", "must be a date such as 2026-11-21"],
  ["invalid_format", z.iso.time(), "x", "must be a time of day such as 09:30:00"],
  ["invalid_format", z.base64(), "*", "must be base64"],
  ["invalid_format", z.base64url(), "*", "must be base64url"],
  ["invalid_format", z.ipv4(), "x", "must be an IPv4 address"],
  ["invalid_format", z.ipv6(), "x", "must be an IPv6 address"],
  ["invalid_format", z.string().regex(/^a+$/), "b", "must have the form /^a+$/"],
  ["not_multiple_of", z.number().multipleOf(5), 6, "must be a multiple of 5"],
  [
    "unrecognized_keys",
    z.strictObject({ a: z.strictObject({}) }),
    { a: { b: 1 } },
    "is not a field of this request",
  ],
  ["invalid_union", z.union([z.string(), z.number()]), true, "must be text or a number"],
  [
    "invalid_union",
    z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
    {},
    "does not match any of the allowed forms",
  ],
  [
    "invalid_key",
    z.record(z.string().regex(/^a/), z.string()),
    { b: "" },
    "has a member name that is not allowed",
  ],
  ["invalid_element", z.map(z.any(), z.string()), new Map([[{}, 1]]), "has an entry that is not allowed"],
  ["custom", z.string().refine(() => false), "a", "is not valid"],
  ["custom", z.string().refine(() => false, "must be better"), "a", "must be better"],
];

describe("the sentence on an invalid input", () => {
  it.each(CASES)("names the field and the fault: %s", (_, schema, value, words) => {
    let refused: any;
    try {
      readInput(z.object({ field: schema }), { field: value }, "The body");
    } catch (error) {
      refused = error;
    }
    const { message, field, detail } = refused;
    expect(message.startsWith(`${field} ${words}.`)).toBe(true);
    expect(field).toMatch(/^field/);
    expect(detail.errors[0]).toEqual({ field, message: words });
  });

  it("exists for every kind of issue", () => {
    const kinds: Record<z.core.$ZodIssueCode, true> = {
      invalid_type: true,
      too_big: true,
      too_small: true,
      invalid_format: true,
      not_multiple_of: true,
      unrecognized_keys: true,
      invalid_union: true,
      invalid_key: true,
      invalid_element: true,
      invalid_value: true,
      custom: true,
    };
    expect(new Set(CASES.map(([kind]) => kind))).toEqual(new Set(Object.keys(kinds)));
    for (const [kind, schema, value] of CASES) {
      const { error } = z.object({ field: schema }).safeParse({ field: value });
      expect([kind, error?.issues.map(({ code }) => code)]).toEqual([kind, [kind]]);
    }
  });

  it("names the whole input where no field is known, and the known fields where one is unknown", () => {
    const schema = z.strictObject({ a: z.string().optional(), b: z.string().optional() });
    expect(() => readInput(schema, [], "The body")).toThrow("The body must be an object.");
    expect(() => readInput(schema, { c: 1 }, "The body")).toThrow(
      "c is not a field of this request. Its fields are a, b.",
    );
    expect(() => readInput(z.strictObject({}), { c: 1 }, "The body")).toThrow(
      "c is not a field of this request. It takes no fields.",
    );
  });
});
