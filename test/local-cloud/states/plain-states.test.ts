import { describe, expect, it } from "@jest/globals";
import { machine } from "#test/support/asl.ts";
import { runMachine } from "#test/support/machine.ts";

describe("a Pass, Choice, Wait, Succeed or Fail state", () => {
  it("passes the input on when it has no Output", async () => {
    const run = await runMachine(machine({ A: { Type: "Pass", End: true } }), { input: { a: 1 } });
    expect(run).toMatchObject({ status: "SUCCEEDED", output: { a: 1 }, path: ["A"] });
  });

  it("evaluates expressions at any depth of Output and leaves other strings unchanged", async () => {
    const Output = { deep: [{ n: "{% $states.input.n + 1 %}" }, "{% 'x' %}", "n + 1", null, true] };
    const run = await runMachine(machine({ A: { Type: "Pass", Output, End: true } }), { input: { n: 1 } });
    expect(run.output).toEqual({ deep: [{ n: 2 }, "x", "n + 1", null, true] });
  });

  it("follows the first rule that is true, with the rule's own Assign and Output", async () => {
    const definition = machine({
      A: {
        Type: "Choice",
        Choices: [
          { Condition: "{% $states.input.n > 10 %}", Next: "Big" },
          {
            Condition: "{% $states.input.n > 1 %}",
            Assign: { size: "medium" },
            Output: { x: 1 },
            Next: "Show",
          },
        ],
        Default: "Show",
        Assign: { size: "small" },
      },
      Big: { Type: "Succeed" },
      Show: { Type: "Succeed", Output: { size: "{% $size %}", input: "{% $states.input %}" } },
    });
    expect((await runMachine(definition, { input: { n: 11 } })).path).toEqual(["A", "Big"]);
    expect((await runMachine(definition, { input: { n: 5 } })).output).toEqual({
      size: "medium",
      input: { x: 1 },
    });
    expect((await runMachine(definition, { input: { n: 0 } })).output).toEqual({
      size: "small",
      input: { n: 0 },
    });
  });

  it("fails with States.NoChoiceMatched when no rule is true and there is no Default", async () => {
    const rule = { Condition: "{% false %}", Next: "B" };
    const run = await runMachine(machine({ A: { Type: "Choice", Choices: [rule] }, B: { Type: "Succeed" } }));
    expect(run).toMatchObject({ status: "FAILED", error: "States.NoChoiceMatched" });
  });

  it("refuses a Condition that is not a boolean", async () => {
    const rule = { Condition: "{% 1 %}", Next: "B" };
    const run = await runMachine(machine({ A: { Type: "Choice", Choices: [rule] }, B: { Type: "Succeed" } }));
    expect(run.error).toBe("States.QueryEvaluationError");
  });

  it.each([
    [{ Seconds: 90 }, 90],
    [{ Seconds: "{% $states.input.s * 2 %}" }, 60],
    [{ Timestamp: "2026-01-01T01:00:00Z" }, 3600],
    [{ Timestamp: "{% $states.input.at %}" }, 7200],
    [{ Timestamp: "2020-01-01T00:00:00Z" }, 0],
  ])("with %j waits %d seconds", async (field, seconds) => {
    const input = { s: 30, at: "2026-01-01T02:00:00Z" };
    const run = await runMachine(machine({ A: { Type: "Wait", ...field, End: true } }), { input });
    expect(run).toMatchObject({ status: "SUCCEEDED", seconds, output: input });
  });

  it("fails with the evaluated Error and Cause", async () => {
    const Fail = { Type: "Fail", Error: "{% 'E' & $states.input.n %}", Cause: "because" };
    const run = await runMachine(machine({ A: Fail }), { input: { n: 7 } });
    expect(run).toMatchObject({ status: "FAILED", error: "E7", cause: "because" });
  });

  it("ends the machine as TIMED_OUT, without error and cause", async () => {
    const definition = { ...machine({ A: { Type: "Wait", Seconds: 25, End: true } }), TimeoutSeconds: 3 };
    const run = await runMachine(definition);
    expect(run).toMatchObject({ status: "TIMED_OUT", seconds: 3 });
    expect(run).not.toHaveProperty("error");
  });

  it("ends a loop without a wait at 25,000 history events", async () => {
    const definition = machine({ A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } });
    expect(await runMachine(definition)).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });
});

describe("the variables of a state machine", () => {
  it("are assigned from the values on entry", async () => {
    const definition = machine({
      A: { Type: "Pass", Assign: { x: 1, y: 2 }, Next: "B" },
      B: { Type: "Pass", Assign: { x: "{% $y %}", y: "{% $x %}" }, Output: "{% $x %}", Next: "C" },
      C: { Type: "Succeed", Output: { x: "{% $x %}", y: "{% $y %}", out: "{% $states.input %}" } },
    });
    expect((await runMachine(definition)).output).toEqual({ x: 2, y: 1, out: 1 });
  });

  it("are readable in inner chains, whose own do not escape", async () => {
    const definition = machine({
      A: { Type: "Pass", Assign: { outer: 1 }, Next: "P" },
      P: {
        Type: "Parallel",
        Branches: [
          machine.chain({
            B: { Type: "Pass", Assign: { inner: "{% $outer + 1 %}" }, Next: "B2" },
            B2: { Type: "Pass", Output: "{% $inner %}", End: true },
          }),
          machine.chain({ C: { Type: "Pass", Output: "{% $exists($inner) %}", End: true } }),
        ],
        Output: { branches: "{% $states.result %}", leaked: "{% $exists($inner) %}" },
        End: true,
      },
    });
    expect((await runMachine(definition)).output).toEqual({ branches: [2, false], leaked: false });
  });
});

describe("the data limits of a state", () => {
  const big = (bytes: number) =>
    `{% $join($map([1..${bytes / 1024}], function($i) { $pad('', 1024, 'x') })) %}`;

  it.each([
    ["Output", { Output: big(256 * 1024) }],
    ["a variable", { Assign: { v: big(256 * 1024) } }],
  ])("refuses %s above 256 KiB with States.DataLimitExceeded", async (_, fields) => {
    const run = await runMachine(machine({ A: { Type: "Pass", ...fields, End: true } }));
    expect(run.error).toBe("States.DataLimitExceeded");
  });

  it("allows 255 KiB", async () => {
    const run = await runMachine(machine({ A: { Type: "Pass", Output: big(255 * 1024), End: true } }));
    expect(run.status).toBe("SUCCEEDED");
  });
});
