import { describe, expect, it } from "@jest/globals";
import type { LedgerEntry } from "#local-cloud/states/ledger.ts";
import { invoke, machine } from "#test/support/asl.ts";
import { type MachineOptions, runMachine } from "#test/support/machine.ts";
import { takes, taskError } from "#test/support/scripted-tasks.ts";

/** Everything that takes time or has effects, side by side, then a second round of it. */
const DEFINITION = machine({
  Begin: { Type: "Pass", Assign: { id: "{% $uuid() %}" }, Next: "All" },
  All: {
    Type: "Parallel",
    Branches: [
      machine.chain({
        Ask: {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
          Arguments: { FunctionName: "ask", Payload: "{% $states.context.Task.Token %}" },
          End: true,
        },
      }),
      machine.chain({
        Job: {
          Type: "Task",
          Resource: "arn:aws:states:::ecs:runTask.sync",
          Arguments: { TaskDefinition: "job" },
          Output: "{% $states.result.Containers.ExitCode %}",
          End: true,
        },
      }),
      machine.chain({
        Sleep: { Type: "Wait", Seconds: 3600, Next: "Woke" },
        Woke: { Type: "Pass", Output: "woke", End: true },
      }),
      machine.chain({
        Each: {
          Type: "Map",
          Items: [1, 2, 3, 4],
          MaxConcurrency: 2,
          ToleratedFailureCount: 1,
          ItemProcessor: machine.chain({ Item: invoke("item", { End: true }) }),
          End: true,
        },
      }),
      machine.chain({
        Flaky: invoke("flaky", {
          Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 10, JitterStrategy: "FULL", MaxAttempts: 2 }],
          Catch: [{ ErrorEquals: ["Busy"], Assign: { gaveUp: true }, Output: "caught", Next: "After" }],
          End: true,
        }),
        After: { Type: "Choice", Choices: [{ Condition: "{% $gaveUp %}", Output: "gave up", Next: "Done" }] },
        Done: { Type: "Succeed" },
      }),
      machine.chain({
        Doomed: {
          Type: "Parallel",
          Branches: [
            machine.chain({ Bad: invoke("bad", { End: true }) }),
            machine.chain({ Long: { Type: "Wait", Seconds: 50, End: true } }),
          ],
          Catch: [{ ErrorEquals: ["Bad"], Output: "doomed", Next: "Over" }],
          End: true,
        },
        Over: { Type: "Succeed" },
      }),
    ],
    Output: { all: "{% $states.result %}", same: "{% $id = $id %}" },
    Next: "End",
  },
  End: invoke("last", {
    Output: { all: "{% $states.input.all %}", last: "{% $states.result.Payload %}" },
    End: true,
  }),
});

const calls: string[] = [];
const called = <T>(name: string, answer: T): T => {
  calls.push(name);
  return answer;
};
const tasks: MachineOptions["tasks"] = {
  ask: () =>
    called(
      "ask",
      takes(100, () => "answered"),
    ),
  Job: () =>
    called(
      "job",
      takes(200, () => ({})),
    ),
  item: (n: number) =>
    called(
      `item ${n}`,
      takes(n * 10, () => {
        if (n === 3) throw taskError("Bad");
        return n * n;
      }),
    ),
  flaky: (_, { retryCount }) =>
    called(
      `flaky ${retryCount}`,
      takes(1, () => {
        throw taskError("Busy");
      }),
    ),
  bad: () =>
    called(
      "bad",
      takes(1, () => {
        throw taskError("Bad");
      }),
    ),
  last: () => called("last", "done"),
};
const OUTPUT = { all: ["answered", 0, "woke", [1, 4, 16], "gave up", "doomed"], last: "done" };

/** Calls whose effect the journal knows: they are never made again. */
const settled = (journal: readonly LedgerEntry[]) => {
  const known = new Set(journal.map(({ k }) => k).filter((key) => /\/(outcome|submitted)$/.test(key)));
  return new Set([...known].map((key) => key.replace(/\/\w+$/, ""))).size;
};
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type).sort();

describe("an execution that is resumed from any prefix of its journal", () => {
  it("ends as if it had never stopped, and repeats no call whose result it has", async () => {
    calls.length = 0;
    const full = await runMachine(DEFINITION, { tasks });
    expect(full.output).toEqual(OUTPUT);
    const made = calls.length;
    expect(made).toBe(11);
    for (let length = 1; length < full.journal.length; length++) {
      const journal = full.journal.slice(0, length);
      const at = Math.max(...journal.flatMap(({ e = [] }) => e.map(({ timestamp }) => timestamp * 1000)));
      calls.length = 0;
      const resumed = await runMachine(DEFINITION, { tasks, resume: { journal, world: full.world, at } });
      expect({ length, output: resumed.output }).toEqual({ length, output: OUTPUT });
      expect({ length, calls: calls.length }).toEqual({ length, calls: made - settled(journal) });
      expect(types(resumed.events)).toEqual(types(full.events));
      expect(resumed.events.map(({ id }) => id)).toEqual(resumed.events.map((_, i) => i + 1));
      expect(resumed.journal.slice(0, length)).toEqual(journal);
    }
  });

  it("waits only for the rest of its waiting time", async () => {
    const full = await runMachine(DEFINITION, { tasks });
    const until = full.journal.findIndex(({ k }) => k.endsWith("/until"));
    const journal = full.journal.slice(0, until + 1);
    const at = Date.UTC(2026, 0, 1, 0, 50);
    const resumed = await runMachine(DEFINITION, { tasks, resume: { journal, world: full.world, at } });
    expect(resumed.seconds).toBe(3600);
  });

  it("keeps the time of a retry with jitter", async () => {
    const Retry = [{ ErrorEquals: ["Busy"], IntervalSeconds: 100, JitterStrategy: "FULL", MaxAttempts: 1 }];
    const definition = machine({ Flaky: invoke("flaky", { Retry, End: true }) });
    const full = await runMachine(definition, { tasks, random: () => 0.5 });
    expect(full.seconds).toBe(1 + 50 + 1);
    const drawn = full.journal.findIndex(({ k }) => k.endsWith("/retry"));
    const journal = full.journal.slice(0, drawn + 1);
    const resume = { journal, world: full.world, at: Date.UTC(2026, 0, 1, 0, 0, 20) };
    const resumed = await runMachine(definition, { tasks, random: () => 0.9, resume });
    expect(resumed.seconds).toBe(full.seconds);
  });
});
