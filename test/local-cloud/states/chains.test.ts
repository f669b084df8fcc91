import { describe, expect, it } from "@jest/globals";
import { invoke, machine } from "#test/support/asl.ts";
import { runMachine } from "#test/support/machine.ts";
import { silent, takes, taskError } from "#test/support/scripted-tasks.ts";

const broken = (name: string) => () => {
  throw taskError(name);
};
const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe("a Parallel state", () => {
  const branches = (fields = {}) =>
    machine({
      P: {
        Type: "Parallel",
        Branches: [
          machine.chain({ Left: invoke("left", { End: true }) }),
          machine.chain({
            Right: { Type: "Wait", Seconds: 50, Next: "R2" },
            R2: { Type: "Pass", Output: "r", End: true },
          }),
        ],
        End: true,
        ...fields,
      },
    });

  it("runs its branches at the same time on Arguments, with results in the branches' order", async () => {
    const definition = branches({ Arguments: { n: "{% $states.input.n + 1 %}" } });
    const tasks = { left: ({ n }: { n: number }) => takes(60, () => n) };
    expect(await runMachine(definition, { input: { n: 1 }, tasks })).toMatchObject({
      output: [2, "r"],
      seconds: 60,
    });
  });

  it("ends the other branches at the first error, and fails with it", async () => {
    const run = await runMachine(branches(), { tasks: { left: broken("E") } });
    expect(run).toMatchObject({ status: "FAILED", error: "E", seconds: 0 });
    expect(typesOf(run.events)).toEqual(expect.arrayContaining(["WaitStateAborted", "ParallelStateFailed"]));
  });

  it("can be retried as a whole and caught", async () => {
    const Retry = [{ ErrorEquals: ["E"], IntervalSeconds: 7, MaxAttempts: 1 }];
    const Catch = [{ ErrorEquals: ["E"], Next: "Z", Output: "{% $states.errorOutput.Error %}" }];
    const definition = branches({ Retry, Catch });
    const caught = { ...definition, States: { ...definition.States, Z: { Type: "Succeed" } } };
    expect(await runMachine(caught, { tasks: { left: broken("E") } })).toMatchObject({
      output: "E",
      seconds: 7,
    });
    let calls = 0;
    const once = () => (calls++ ? "ok" : broken("E")());
    expect((await runMachine(caught, { tasks: { left: once } })).output).toEqual(["ok", "r"]);
  });
});

describe("a Map state", () => {
  const each = (fields = {}, step = invoke("f", { End: true })) =>
    machine({
      M: {
        Type: "Map",
        Items: "{% $states.input.items %}",
        ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, ...machine.chain({ Step: step }) },
        End: true,
        ...fields,
      },
    });

  it("returns the results in the items' order", async () => {
    const tasks = { f: (n: number) => takes(10 - n, () => n * n) };
    const run = await runMachine(each(), { input: { items: [1, 2, 3] }, tasks });
    expect(run).toMatchObject({ output: [1, 4, 9], seconds: 9 });
  });

  it("builds each item with ItemSelector and the context", async () => {
    const ItemSelector = {
      at: "{% $states.context.Map.Item.Index %}",
      item: "{% $states.context.Map.Item.Value %}",
      all: "{% $states.input.name %}",
    };
    const run = await runMachine(each({ ItemSelector }), {
      input: { items: ["a"], name: "n" },
      tasks: { f: (x) => x },
    });
    expect(run.output).toEqual([{ at: 0, item: "a", all: "n" }]);
  });

  it("provides the item to nested states as well", async () => {
    const inner = machine.chain({
      I: { Type: "Pass", Output: "{% $states.context.Map.Item.Value %}", End: true },
    });
    const step = { Type: "Parallel", Branches: [inner], End: true };
    const run = await runMachine(each({}, step as never), { input: { items: ["a", "b"] } });
    expect(run.output).toEqual([["a"], ["b"]]);
  });

  it("processes at most MaxConcurrency items at once", async () => {
    const tasks = { f: () => takes(10, () => 0) };
    const run = await runMachine(each({ MaxConcurrency: 2 }), { input: { items: [1, 2, 3, 4, 5] }, tasks });
    expect(run.seconds).toBe(30);
  });

  it("processes at most 40 items at once in any case", async () => {
    const tasks = { f: () => takes(10, () => 0) };
    const run = await runMachine(each(), { input: { items: Array(41).fill(0) }, tasks });
    expect(run.seconds).toBe(20);
  });

  it("accepts an empty list, and refuses a value that is no list", async () => {
    expect((await runMachine(each(), { input: { items: [] } })).output).toEqual([]);
    expect((await runMachine(each(), { input: { items: "x" } })).error).toBe("States.QueryEvaluationError");
  });

  it("fails with the first item's error and ends the others", async () => {
    const tasks = { f: (n: number) => (n === 2 ? broken("E")() : silent) };
    const run = await runMachine(each(), { input: { items: [1, 2, 3] }, tasks });
    expect(run).toMatchObject({ error: "E", seconds: 0 });
    expect(typesOf(run.events).filter((type) => type === "MapIterationAborted")).toHaveLength(2);
  });

  it.each([
    [{ ToleratedFailureCount: 1 }, [2], [1, 3, 4]],
    [{ ToleratedFailureCount: 1 }, [2, 3], undefined],
    [{ ToleratedFailurePercentage: 50 }, [1, 2], [3, 4]],
    [{ ToleratedFailurePercentage: "{% 25 %}" }, [1, 2], undefined],
  ])("with %j and failures %j gives %j", async (fields, bad, output) => {
    const tasks = { f: (n: number) => (bad.includes(n) ? broken("E")() : n) };
    const run = await runMachine(each(fields), { input: { items: [1, 2, 3, 4] }, tasks });
    expect(run.output).toEqual(output);
    if (!output) expect(run.error).toBe("States.ExceedToleratedFailureThreshold");
  });
});
