import { describe, expect, it } from "@jest/globals";
import { zipSync } from "fflate";
import { openPack } from "#core/evidence/pack.ts";
import { settleInline } from "#core/evidence/run-ended.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { runs } from "#core/workflows/run.ts";
import { runFact } from "#core/workflows/run-signals.ts";
import { amendmentsOf, deliver, entriesOf, observer } from "#test/core/delivery/outbox.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import {
  echo,
  follow,
  isPending,
  packOf,
  REF,
  RUN,
  runEcho,
  runOf,
  sealAsked,
  sweepLater,
  verdictOn,
  type Work,
} from "./echo.ts";

async function sealed(work: Work = echo): Promise<World> {
  const world = memoryWorld();
  await runEcho(world, work).catch(() => {});
  await follow(world);
  return world;
}

const refusing: Work = async () => {
  throw new GantryError("UnsupportedRequest", "That cannot be said.");
};
const large: Work = async () => "x".repeat(5000);

const viewsOf = (world: World): string[] =>
  [...entriesOf(world, REF), ...amendmentsOf(world, REF)].map(({ view }) => view?.status ?? "");

describe("the relay", () => {
  it("asks for the seal of a run within a request once it has ended", async () => {
    const world = memoryWorld();
    let before: readonly unknown[] = [];
    await runEcho(world, async () => {
      await deliver(world, entriesOf(world, REF));
      before = [...world.sealer.asked];
      return null;
    });
    await deliver(world, entriesOf(world, REF));
    expect([before, world.sealer.asked]).toEqual([[], [RUN]]);
    expect(world.workflows.started.size).toBe(0);
  });

  it("asks again where the function could not be called", async () => {
    const world = memoryWorld();
    await runEcho(world);
    const { ask } = world.sealer;
    world.sealer.ask = () => Promise.reject(new Error("throttled"));
    const seen = observer();
    expect(await deliver(world, entriesOf(world, REF), seen)).toEqual(["run_1 2", "run_1 3"]);
    expect(seen.failures).toEqual(["seal-inline"]);
    world.sealer.ask = ask;
    expect(await deliver(world, entriesOf(world, REF))).toEqual([]);
    await sealAsked(world);
    expect((await runOf(world))?.evidence).not.toBeNull();
  });

  it("asks for nothing once it is sealed", async () => {
    const world = await sealed();
    await deliver(world, entriesOf(world, REF));
    expect(world.sealer.asked).toEqual([]);
  });
});

describe("a seal", () => {
  it("is shown as SEALING, then with the outcome", async () => {
    const world = await sealed();
    expect(viewsOf(world)).toEqual(["CREATED", "RUNNING", "SEALING", "SUCCEEDED"]);
  });

  it("that fails is shown as SEAL_FAILED, and asked for by each sweep until it is there", async () => {
    const world = memoryWorld();
    await runEcho(world);
    const { sign } = world.signer;
    world.signer.sign = () => Promise.reject(new Error("KMS is away"));
    await expect(follow(world)).rejects.toThrow("KMS is away");
    await expect(sweepLater(world)).rejects.toThrow("KMS is away");
    expect(viewsOf(world)).toEqual(["CREATED", "RUNNING", "SEALING", "SEAL_FAILED"]);
    expect([(await runOf(world))?.evidence, isPending(world)]).toEqual([null, true]);
    world.signer.sign = sign;
    expect(await sweepLater(world)).toEqual({ overdue: 1 });
    expect((await runOf(world))?.evidence).not.toBeNull();
    expect(await sweepLater(world)).toEqual({ overdue: 0 });
    expect(isPending(world)).toBe(false);
  });

  it("changes nothing of a run that goes on", async () => {
    const world = memoryWorld();
    await runEcho(world, async () => {
      await settleInline(world, RUN);
      return null;
    });
    expect([packOf(world), (await runOf(world))?.state]).toEqual([undefined, "COMPLETED"]);
  });
});

describe("a sweep", () => {
  it("leaves a run alone whose time is not over", async () => {
    const world = memoryWorld();
    let swept: unknown;
    await runEcho(world, async () => {
      world.clock.advance(-540_001); // A millisecond before 20 s of active time and a minute are over.
      swept = await sweepLater(world);
      world.clock.advance(20_000);
      return null;
    });
    expect(swept).toEqual({ overdue: 0 });
    expect(await runOf(world)).toMatchObject({ outcome: "succeeded" });
  });

  it("ends every run that was left, of every tenant, over all pages", async () => {
    const world = memoryWorld();
    const { transact } = world.store;
    for (let nth = 0; nth < 230; nth++)
      await runEcho(
        world,
        async () => {
          world.store.transact = () => Promise.reject(new Error("dead"));
          return null;
        },
        { id: `run_${nth}`, tenant: `tn_${nth % 3}` },
      ).catch(() => {
        world.store.transact = transact;
      });
    expect(await sweepLater(world)).toEqual({ overdue: 230 });
  });
});

describe("the evidence of a run within a request", () => {
  it.each([
    ["succeeded", echo],
    ["returned much", large],
    ["failed", refusing],
  ])("that %s is VALID", async (_, work) => {
    const world = await sealed(work);
    expect(verdictOn(packOf(world) as Uint8Array)).toMatchObject({
      verdict: "VALID",
      reasons: [],
      ignored: [],
    });
  });

  it.each([
    ["another result", "result.json", "FILE_CHANGED"],
    ["another definition", "workflow.json", "FILE_CHANGED"],
    ["another log", "events.jsonl", "FILE_CHANGED"],
  ])("is INVALID with %s", async (_, name, code) => {
    const files = openPack(packOf(await sealed(large)) as Uint8Array);
    files.set(name, new TextEncoder().encode("{}\n"));
    expect(verdictOn(zipSync(Object.fromEntries(files)))).toMatchObject({
      verdict: "INVALID",
      reasons: [{ code }],
    });
  });

  it("holds a result that is too large for the log", async () => {
    const files = openPack(packOf(await sealed(large)) as Uint8Array);
    expect(JSON.parse(new TextDecoder().decode(files.get("result.json")))).toBe("x".repeat(5000));
    expect([...openPack(packOf(await sealed()) as Uint8Array).keys()]).not.toContain("result.json");
  });

  it.each([
    ["without a result", { from: "RUNNING", to: "COMPLETED", outcome: "succeeded" }, [], "OUTCOME_WRONG"],
    [
      "with a result that is nowhere",
      { from: "RUNNING", to: "COMPLETED", outcome: "succeeded", result: { sha256: "0".repeat(64) } },
      [],
      "RECORD_WRONG",
    ],
    [
      "that failed, with a result",
      { from: "RUNNING", to: "TERMINATED", outcome: "failed", result: { value: 1 } },
      [],
      "OUTCOME_WRONG",
    ],
    [
      "with a step",
      { from: "RUNNING", to: "COMPLETED", outcome: "succeeded", result: { value: 1 } },
      [runFact("gantry.step.changed", { step: "a", undo: false, state: "succeeded", attempt: 1, result: 1 })],
      "LINE_UNREADABLE",
    ],
  ] as const)("is INVALID where the key's holder sealed a run %s", async (_, ending, before, code) => {
    const world = memoryWorld();
    await runEcho(world, async () => {
      const last = runFact("gantry.execution.transitioned", ending);
      await world.ledger.append(runs, REF, () => ({ drafts: [...before, last] }));
      return null;
    });
    if ("result" in ending && "sha256" in ending.result) {
      const { get } = world.artifacts;
      const missing = ending.result.sha256;
      world.artifacts.get = async (key, max) => (key.endsWith(missing) ? new Uint8Array() : get(key, max));
      // What it names does not have that digest, so the product seals nothing.
      await expect(follow(world)).rejects.toThrow("missing or damaged");
      return;
    }
    await follow(world);
    expect(verdictOn(packOf(world) as Uint8Array)).toMatchObject({ verdict: "INVALID", reasons: [{ code }] });
  });
});
