import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createEvaluator, type Evaluator } from "#local-cloud/states/evaluator.ts";
import type { Json } from "#local-cloud/states/json.ts";

let evaluator: Evaluator;
beforeAll(() => {
  evaluator = createEvaluator({ memoryMb: 64 });
});
afterAll(() => evaluator.close());

const evaluate = (template: Json, variables = {}) =>
  evaluator.evaluate({ template, field: "Output", variables, now: Date.UTC(2030, 1, 3) });
const refusal = (expression: string) => evaluate(`{% ${expression} %}`).catch((error: Error) => error);
/** An expression whose value has that many objects, each in the one before. */
const nested = (depth: number) => `$reduce([1..${depth}], function($inner, $i) { { 'a': $inner } }, 0)`;

describe("an expression that is evaluated in another thread", () => {
  it("reads variables and the engine's clock", async () => {
    const template = { sum: "{% $a + $states.input.b %}", at: "{% $now() %}", plain: [1, "{"] };
    const value = await evaluate(template, { a: 1, states: { input: { b: 2 } } });
    expect(value).toEqual({ sum: 3, at: "2030-02-03T00:00:00.000Z", plain: [1, "{"] });
  });

  it("returns names of Object.prototype as data", async () => {
    const input = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}');
    const value = await evaluate("{% $states.input %}", { states: { input } });
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect({}).not.toHaveProperty("polluted");
  });

  it.each([
    ["never ends", "($f := function($n) { $f($n + 1) }; $f(0))", "steps"],
    ["calls itself without end", "($f := function($n) { 1 + $f($n + 1) }; $f(0))", "nested deeper"],
    [
      "fills the memory",
      "$length($reduce([1..25], function($s, $i) { $s & $s }, '12345678'))",
      "64 MB of memory",
    ],
    ["gives infinity", "1/0", "not JSON: the number Infinity"],
    ["gives no number", "0/0", "not JSON: the number NaN"],
    ["gives objects in objects", nested(3000), "nested deeper than 1000 levels"],
    ["gives a little more than can be given", nested(1001), "nested deeper than 1000 levels"],
  ])("that %s is an error of that expression, and the next one is evaluated", async (_, expression, why) => {
    const error = await refusal(expression);
    expect(error).toMatchObject({ message: expect.stringMatching(why) });
    expect((error as Error).message).toContain("specified for the field 'Output'");
    expect(await evaluate("{% 1 + 1 %}")).toBe(2);
  });

  it("returns values at the maximum nesting", async () => {
    const value = await evaluate(`{% ${nested(1000)} %}`);
    expect(JSON.stringify(value)).toBe(`${'{"a":'.repeat(1000)}0${"}".repeat(1000)}`);
  });

  it("is ended when it spends its time within one step", async () => {
    const impatient = createEvaluator({ seconds: 1 });
    const evaluate = (template: string) =>
      impatient.evaluate({ template, field: "Output", variables: {}, now: 0 });
    await expect(evaluate("{% $match($pad('', 40, 'a'), /^(a+)+$b/) %}")).rejects.toThrow(
      "takes longer than 1 seconds",
    );
    impatient.close();
  });
});
