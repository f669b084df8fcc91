import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "@jest/globals";
import validate from "asl-validator";
import { readUnsealed } from "#core/workflows/machine-ending.ts";
import { machineFunctions } from "#deployment/machines.ts";
import { functionArn } from "#local/topology.ts";
import { type MachineOptions, type MachineRun, runMachine } from "#test/support/machine.ts";
import { silent, takes, taskError } from "#test/support/scripted-tasks.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../statemachines/${name}.asl.json`, import.meta.url), "utf8");
const DEFINITION = read("workflow");
const { States } = JSON.parse(DEFINITION);
const STATES = [...Object.keys(States), ...Object.keys(States.Steps.ItemProcessor.States)];
const ARNS = Object.fromEntries(
  [...machineFunctions("workflow")].map(([placeholder, name]) => [placeholder, functionArn(name)]),
);
const START = Date.UTC(2026, 0, 1);
const EXECUTION = { tenant: "tn_1", execution_id: "run_1" };
const DONE = { kind: "done", outcome: "succeeded", events: 20 };
const work = (step: string, more = {}) => ({
  step,
  undo: false,
  attempt: 1,
  timeout_seconds: 60,
  awaits: false,
  ...more,
});
const GATE = { kind: "gate", awaits: { step: "approve", undo: false }, events: 20 };

type Tasks = NonNullable<MachineOptions["tasks"]>;
const visited = new Set<string>();

/** Runs the machine over these turns, one after the other. */
async function run(
  turns: unknown[],
  tasks: Tasks = {},
  input = {},
): Promise<MachineRun & { sent: Record<string, any[]> }> {
  const left = [...turns];
  const sent: Record<string, any[]> = {};
  const scripts: Tasks = {
    NextStep: () => left.shift(),
    RunStep: () => ({}),
    Await: () => ({}),
    Ask: () => ({ gate: "execution.run_1.1", until_ms: START + 86_400_000 }),
    AwaitDecision: () => ({}),
    GateTimer: () => ({ until_ms: START + 86_400_000 }),
    Resume: () => ({ verdict: "APPROVED", by: "person" }),
    SealRun: () => ({}),
    ...tasks,
  };
  const result = await runMachine(DEFINITION, {
    tasks: Object.fromEntries(
      Object.entries(scripts).map(([name, script]) => [
        name,
        (payload: any, call: any) => {
          sent[name] = [...(sent[name] ?? []), payload];
          return script(payload, call);
        },
      ]),
    ),
    substitutions: ARNS,
    start: START,
    input: { ...EXECUTION, active_seconds: 600, ...input },
  });
  for (const state of result.path) visited.add(state);
  return { ...result, sent };
}

const failing = (name: string) => () => {
  throw taskError(name, `${name} happened`);
};

it("the workflow machine's definition is valid according to asl-validator", () => {
  const filled = DEFINITION.replace(/\$\{(\w+)\}/g, (_, name) => ARNS[name] ?? "");
  expect(validate(JSON.parse(filled))).toMatchObject({ isValid: true, errors: [] });
});

it("the gate loop is the same four states in both machines, except for the next state", () => {
  const loop = (name: string) => {
    const { States: states } = JSON.parse(read(name));
    return ["Ask", "AwaitDecision", "GateTimer", "Resume"].map((state) => {
      const { Next: _, ...rest } = states[state];
      return rest;
    });
  };
  expect(loop("mission")).toEqual(loop("workflow"));
});

it.each(["mission", "workflow"])("the machine %s runs for up to a year", (name) => {
  expect(JSON.parse(read(name)).TimeoutSeconds).toBe(31_536_000);
});

describe("a run of the workflow machine", () => {
  it("runs the steps of a turn in parallel, then asks for the next turn", async () => {
    const result = await run([{ kind: "run", steps: [work("a"), work("b")], events: 100 }, DONE], {
      RunStep: () => takes(30, () => ({})),
    });
    expect(result.seconds).toBe(30);
    expect(result.sent.RunStep).toEqual([
      { ...EXECUTION, step: "a", undo: false, attempt: 1 },
      { ...EXECUTION, step: "b", undo: false, attempt: 1 },
    ]);
    expect(result.sent.NextStep?.map(({ events, results }) => [events, results.length])).toEqual([
      [0, 0],
      [100, 2],
    ]);
    expect(result.sent.SealRun).toEqual([{ ...EXECUTION, outcome: "succeeded" }]);
    expect(result.status).toBe("SUCCEEDED");
  });

  it("passes the failed steps with their errors to the next turn, and never fails because of one", async () => {
    const result = await run([{ kind: "run", steps: [work("a"), work("b")], events: 100 }, DONE], {
      RunStep: ({ step }) => (step === "a" ? failing("Internal")() : {}),
    });
    expect(result.sent.RunStep?.filter(({ step }) => step === "a")).toHaveLength(4);
    const [a, b] = (result.sent.NextStep as any[])[1].results;
    expect(a).toMatchObject({ step: "a", undo: false, attempt: 1, error: { code: "Internal" } });
    expect(b).toEqual({ step: "b", undo: false, attempt: 1 });
  });

  it("ends a step that does not return at its time limit", async () => {
    const result = await run(
      [{ kind: "run", steps: [work("a", { timeout_seconds: 45 })], events: 100 }, DONE],
      {
        RunStep: () => silent,
      },
    );
    expect(result.seconds).toBe(45);
    expect(result.sent.NextStep?.[1].results).toEqual([
      { step: "a", undo: false, attempt: 1, error: { code: "States.Timeout", cause: expect.any(String) } },
    ]);
  });

  it("waits with a token for a step that ends elsewhere, then reads its result", async () => {
    const awaited = work("a", { awaits: true, timeout_seconds: 3600 });
    const result = await run([{ kind: "run", steps: [awaited], events: 100 }, DONE], {
      Await: () => takes(600, () => ({})),
    });
    expect(result.seconds).toBe(600);
    expect(result.sent.Await).toEqual([
      { ...EXECUTION, step: "a", undo: false, attempt: 1, token: expect.any(String) },
    ]);
    expect(result.sent.RunStep).toHaveLength(1);
    const late = await run([{ kind: "run", steps: [awaited], events: 100 }, DONE], { Await: () => silent });
    expect(late.seconds).toBe(3600);
    expect(late.sent.RunStep).toBeUndefined();
  });

  it("waits without an invocation", async () => {
    const result = await run([{ kind: "wait", until_ms: START + 7_200_000, events: 20 }, DONE]);
    expect(result.seconds).toBe(7200);
    expect(result.path).toEqual(
      "Begin NextStep Turn Wait NextStep Turn Finish SealRun Ended Done".split(" "),
    );
  });

  it("passes a gate and adds the time of people to the deadline", async () => {
    const result = await run([GATE, DONE], {
      Ask: () => ({ gate: "g", until_ms: START + 300 * 86_400_000 }),
      AwaitDecision: () => takes(299 * 86_400, () => ({})),
    });
    expect(result.sent.Ask).toEqual([{ ...EXECUTION, awaits: GATE.awaits }]);
    expect(result.sent.AwaitDecision).toEqual([{ ...EXECUTION, gate: "g", token: expect.any(String) }]);
    const deadlines = result.sent.NextStep?.map(({ deadline_ms }) => deadline_ms - START);
    expect(deadlines).toEqual([600_000, 600_000 + 299 * 86_400_000]);
  });

  it("waits 300 days at a gate across a restart of the engine, without further invocations", async () => {
    const days = 300 * 86_400;
    const before = await run([GATE, DONE, DONE], {
      Ask: () => ({ gate: "g", until_ms: START + 365 * 86_400_000 }),
      AwaitDecision: () => takes(days, () => ({})),
    });
    const decided = before.journal.findIndex(({ e = [] }) =>
      e.some(({ timestamp }) => timestamp * 1000 >= START + days * 1000),
    );
    const after = await runMachine(DEFINITION, {
      substitutions: ARNS,
      start: START,
      input: { ...EXECUTION, active_seconds: 600 },
      resume: { journal: before.journal.slice(0, decided), world: before.world, at: START + days * 1000 },
    });
    expect(after.status).toBe("SUCCEEDED");
    expect(before.sent.Ask).toHaveLength(1);
    expect(before.sent.AwaitDecision).toHaveLength(1);
    expect(before.sent.Resume).toHaveLength(2);
    expect(before.sent.NextStep?.at(-1)?.deadline_ms).toBe(START + 600_000 + days * 1000);
  });

  it("escalates a gate at its time limit, and continues to wait", async () => {
    let waits = 0;
    const result = await run([GATE, DONE], {
      Ask: () => ({ gate: "g", until_ms: START + 1_800_000 }),
      AwaitDecision: () => (++waits === 1 ? silent : takes(60, () => ({}))),
      GateTimer: () => ({ until_ms: START + 3_600_000 }),
    });
    expect(result.seconds).toBe(1860);
    expect(result.path.join(" ")).toContain("Ask AwaitDecision GateTimer AwaitDecision Resume NextStep");
    expect(result.sent.NextStep?.[1].deadline_ms).toBe(START + 600_000 + 1_860_000);
  });

  it("ends where it continues as another machine run, which keeps its deadline", async () => {
    const ended = await run([{ kind: "continued", events: 18_050 }]);
    expect(ended).toMatchObject({ status: "SUCCEEDED", path: ["Begin", "NextStep", "Turn", "Continued"] });
    expect(ended.sent.SealRun).toBeUndefined();
    const next = await run([DONE], {}, { run: 2, deadline_ms: START + 5000 });
    expect(next.sent.NextStep?.[0]).toMatchObject({ run: 2, events: 0, deadline_ms: START + 5000 });
  });

  it("seals the failure of a run", async () => {
    const error = { code: "Rejected", message: "No." };
    const result = await run([{ kind: "done", outcome: "rejected", error, events: 20 }]);
    expect(result.sent.SealRun).toEqual([{ ...EXECUTION, outcome: "rejected", error }]);
    expect(result).toMatchObject({ status: "FAILED", error: "Rejected" });
  });

  it.each([
    ["NextStep", [DONE]],
    ["Ask", [GATE, DONE]],
    ["GateTimer", [GATE, DONE]],
    ["Resume", [GATE, DONE]],
  ])(
    "invokes %s again that did not return in time, as when the service was stopped meanwhile",
    async (state, turns) => {
      const replies: Record<string, unknown> = {
        NextStep: DONE,
        Ask: { gate: "g", until_ms: START + 1_800_000 },
        GateTimer: { until_ms: START + 3_600_000 },
        Resume: { verdict: "APPROVED", by: "person" },
      };
      let calls = 0;
      let waits = 0;
      const result = await run(turns, {
        ...(state === "GateTimer" ? { AwaitDecision: () => (++waits === 1 ? silent : {}) } : {}),
        [state]: () => (++calls === 1 ? silent : replies[state]),
      });
      expect(calls).toBe(2);
      expect(result.status).toBe("SUCCEEDED");
    },
  );

  it.each(["NextStep", "Ask", "Resume"])("seals a run whose %s fails for good", async (state) => {
    const result = await run([GATE, DONE], { [state]: failing("NotFound") });
    expect(result.sent.SealRun).toEqual([
      { ...EXECUTION, outcome: "failed", error: { code: "NotFound", message: expect.any(String) } },
    ]);
  });

  it("names in its cause the outcome of a run that could not be sealed", async () => {
    const result = await run([DONE], { SealRun: failing("Internal") });
    expect(result.sent.SealRun).toHaveLength(7);
    expect(result.path.slice(-2)).toEqual(["SealRun", "Unsealed"]);
    expect(readUnsealed(result.cause)).toEqual({ outcome: "succeeded" });
  });
});

afterAll(() => {
  // A state no test reaches is a path nobody has seen.
  expect(STATES.filter((state) => !visited.has(state))).toEqual([]);
});
