import { describe, expect, it } from "@jest/globals";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { getJsonArtifact } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { keyOf } from "#core/kernel/ledger/store.ts";
import { workflowRef } from "#core/workflows/pin-definition.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import {
  ECHO,
  echo,
  isPending,
  REF,
  RUN,
  runEcho,
  runOf,
  signalsOf,
  sweepLater,
  typesOf,
  type Work,
} from "./echo.ts";

/** The transactions of a run, each as the sort keys it writes. */
async function transactionsOf(world: World, work: Work = echo): Promise<string[][]> {
  const seen: string[][] = [];
  const { transact } = world.store;
  world.store.transact = (writes) => {
    seen.push(writes.map((write) => keyOf(write).sk).toSorted());
    return transact(writes);
  };
  await runEcho(world, work);
  return seen;
}

const CALL = {
  role: "consultant",
  model: "m",
  input_tokens: 3,
  output_tokens: 4,
  cost_micro_usd: 5,
  ms: 6,
  stop_reason: "end_turn",
  price_table: "t",
};

describe("a run within a request", () => {
  it("is three signals in two transactions", async () => {
    const world = memoryWorld();
    expect(await transactionsOf(world)).toEqual([
      ["E#000000000001", "E#000000000002", "META", "PENDING"],
      ["E#000000000003", "META"],
    ]);
    const signals = await signalsOf(world);
    expect(signals.map(({ type, data, actorkind, authid }) => [type, data, actorkind, authid])).toEqual([
      [
        "gantry.execution.created",
        {
          workflow: workflowRef(ECHO),
          policy: await pinPolicy(world, RUN.tenant),
          requester: OWNER.principal,
          team: null,
          trigger: { kind: "person", ref: OWNER.principal, context: {} },
          depth: 1,
          machine: "inline",
          active_seconds: 20,
          input: { words: "hello" },
        },
        "human",
        OWNER.principal,
      ],
      [
        "gantry.execution.transitioned",
        { from: "CREATED", to: "RUNNING", outcome: null },
        "system",
        expect.any(String),
      ],
      [
        "gantry.execution.transitioned",
        { from: "RUNNING", to: "COMPLETED", outcome: "succeeded", result: { value: { said: "hello" } } },
        "system",
        expect.any(String),
      ],
    ]);
  });

  it("is recorded as running before its work begins", async () => {
    const world = memoryWorld();
    let seen: unknown;
    await runEcho(world, async () => {
      seen = await runOf(world);
      return null;
    });
    expect(seen).toMatchObject({
      state: "RUNNING",
      machine: "inline",
      result: null,
      input: { words: "hello" },
    });
  });

  it("gives what it returned with its ended state", async () => {
    const world = memoryWorld();
    const run = await runEcho(world);
    expect(run).toMatchObject({
      id: RUN.execution_id,
      state: "COMPLETED",
      outcome: "succeeded",
      result: { value: { said: "hello" } },
      error: null,
      evidence: null,
    });
    expect(await runOf(world)).toEqual(run);
  });

  it("records its model calls with its end", async () => {
    const world = memoryWorld();
    const run = await runEcho(world, async (_, { called }) => {
      called(CALL);
      called(CALL);
      return "done";
    });
    expect(await typesOf(world)).toEqual([
      "gantry.execution.created",
      "RUNNING",
      "gantry.model.called",
      "gantry.model.called",
      "COMPLETED",
    ]);
    expect(run.usage).toEqual({ calls: 2, input_tokens: 6, output_tokens: 8, cost_micro_usd: 10 });
  });

  it("keeps a large result as an artifact that its end names", async () => {
    const world = memoryWorld();
    const value = { said: "x".repeat(4097) };
    const { result } = await runEcho(world, async () => value);
    expect(result).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await getJsonArtifact(world.artifacts, RUN.tenant, (result as { sha256: string }).sha256)).toEqual(
      value,
    );
  });

  it("is listed for a later look", async () => {
    const world = memoryWorld();
    await runEcho(world);
    expect(isPending(world)).toBe(true);
  });
});

describe("a run whose work fails", () => {
  it.each([
    ["PolicyDenied", "blocked"],
    ["UnsupportedRequest", "failed"],
    ["TimedOut", "timed_out"],
  ] as const)("with %s ends as %s, with the sentence and the calls made so far", async (code, outcome) => {
    const world = memoryWorld();
    const run = await runEcho(world, async (_, { called }) => {
      called(CALL);
      throw new GantryError(code, "It was not to be.");
    });
    const error = { code, message: "It was not to be." };
    expect(run).toMatchObject({ state: "TERMINATED", outcome, error, result: null, usage: { calls: 1 } });
    expect((await typesOf(world)).slice(2)).toEqual([
      "gantry.model.called",
      "gantry.execution.failed",
      "TERMINATED",
    ]);
  });

  it("because of an unexpected error hides its message from people and rethrows it for the operator's log", async () => {
    const world = memoryWorld();
    const fault = new Error("password: hunter2");
    const failing = runEcho(world, async () => {
      throw fault;
    });
    await expect(failing).rejects.toBe(fault);
    expect(await runOf(world)).toMatchObject({
      state: "TERMINATED",
      outcome: "failed",
      error: { code: "Internal" },
    });
    expect(JSON.stringify(world.store.items())).not.toContain("hunter2");
  });
});

describe("a run that is there already", () => {
  it("is returned as it ended, and its work is not done again", async () => {
    const world = memoryWorld();
    const first = await runEcho(world);
    let again = 0;
    expect(
      await runEcho(world, async () => {
        again += 1;
        return null;
      }),
    ).toEqual(first);
    expect(again).toBe(0);
  });

  it("is returned as running while its work goes on, which is done once", async () => {
    const world = memoryWorld();
    let done = 0;
    let second: unknown;
    await runEcho(world, async (...job) => {
      done += 1;
      second ??= await runEcho(world, async () => ++done);
      return echo(...job);
    });
    expect(second).toMatchObject({ state: "RUNNING", result: null });
    expect(done).toBe(1);
    expect(await runOf(world)).toMatchObject({ state: "COMPLETED" });
  });

  it("stays ended where its time was over before its work was", async () => {
    const world = memoryWorld();
    const run = await runEcho(world, async () => {
      await sweepLater(world);
      return "too late";
    });
    expect(run).toMatchObject({ state: "TERMINATED", outcome: "timed_out", result: null });
    expect(await typesOf(world)).toEqual([
      "gantry.execution.created",
      "RUNNING",
      "gantry.execution.failed",
      "TERMINATED",
    ]);
  });
});

describe("an input that is not the workflow's", () => {
  it.each([
    [{}, "input.words"],
    [{ words: "" }, "input.words"],
    [{ words: 7 }, "input.words"],
    [{ words: "a", more: "b" }, "input"],
  ])("is refused before anything is recorded: %j", async (input, field) => {
    const world = memoryWorld();
    await expect(runEcho(world, echo, { input })).rejects.toMatchObject({ code: "InvalidInput", field });
    expect(await world.ledger.load(REF)).toBeNull();
    expect(isPending(world)).toBe(false);
  });
});
