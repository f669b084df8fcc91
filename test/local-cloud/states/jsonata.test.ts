import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { clockFunctions, fill } from "#local-cloud/states/jsonata.ts";
import { fc } from "#test/support/property.ts";

const value = (expression: string, bindings = {}) => fill(`{% ${expression} %}`, bindings, "Output");

describe("the JSONata functions of Step Functions", () => {
  it.each([
    ["$partition([1..5], 2)", [[1, 2], [3, 4], [5]]],
    ["$range(0, 10, 5)", [0, 5, 10]],
    ["$range(3, 1, -1)", [3, 2, 1]],
    ["$hash('a', 'SHA-256')", createHash("sha256").update("a").digest("hex")],
    ["$hash('a', 'MD5')", createHash("md5").update("a").digest("hex")],
    ["$parse('{\"a\":[1]}').a", [1]],
    ["$random(7) = $random(7)", true],
    ["$random() < 1", true],
  ])("evaluate %s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it("include $uuid, a random version 4 UUID", async () => {
    expect(await value("$uuid()")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await value("$uuid() = $uuid()")).toBe(false);
  });

  it.each([
    "$partition(1, 2)",
    "$partition([1], 0)",
    "$range(1, 2, 0)",
    "$range(1, 5000, 1)",
    "$hash('a', 'CRC')",
    "$hash('a', 'constructor')",
    "$parse('{')",
    "$eval('1')",
  ])("fail for %s", async (expression) => {
    await expect(value(expression)).rejects.toThrow("threw an error during evaluation");
  });

  it("use the engine's clock", async () => {
    const bindings = clockFunctions(() => Date.UTC(2030, 1, 3));
    expect(await value("$now() & ' ' & $millis()", bindings)).toBe(
      `2030-02-03T00:00:00.000Z ${Date.UTC(2030, 1, 3)}`,
    );
    expect(await value("$now('[Y]-[M]')", bindings)).toBe("2030-2");
  });
});

describe("a template", () => {
  it("without expressions is returned unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const plain = JSON.parse(JSON.stringify(json).replaceAll("{%", ""));
        expect(await fill(plain, {}, "Output")).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it("that reads a variable returns its value", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const bound = JSON.parse(JSON.stringify(json));
        expect(await value("$states.input", { states: { input: bound } })).toEqual(bound);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["$states.input.missing", "returned nothing (undefined)"],
    ["$sum", "not JSON"],
    ["function($x) { $x }", "not JSON"],
    ["1 + 'a'", "threw an error"],
  ])("with %s is refused with the expression and the field", async (expression, reason) => {
    const failed = fill({ a: [`{% ${expression} %}`] }, { states: { input: {} } }, "Arguments");
    await expect(failed).rejects.toThrow(reason);
    await expect(failed).rejects.toThrow(`'${expression}' specified for the field 'Arguments/a[0]'`);
  });
});
