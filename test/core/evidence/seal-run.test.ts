import { describe, expect, it } from "@jest/globals";
import { zipSync } from "fflate";
import { openPack } from "#core/evidence/pack.ts";
import { onRunEnded } from "#core/evidence/run-ended.ts";
import { markRunUnsealed, sealRun } from "#core/evidence/seal-run.ts";
import { evidencePath } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { runFact } from "#core/workflows/run-signals.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { append, codes, doneRun, judge, logOf, packOf, RUN, runOf } from "./run-world.ts";

const succeeded = { ...RUN, outcome: "succeeded" } as const;
const KEY = evidencePath(RUN.tenant, RUN.execution_id);

describe("sealing a run", () => {
  it("ends the run, writes its pack, and keeps what the seal covers", async () => {
    const world = await doneRun();
    await sealRun(world, succeeded);
    const log = await logOf(world);
    expect(log.at(-1)).toMatchObject({
      type: "gantry.execution.transitioned",
      data: { from: "RUNNING", to: "COMPLETED", outcome: "succeeded" },
    });
    const { statement, verdict, ignored, withheld } = judge(packOf(world));
    expect([verdict, ignored, withheld]).toEqual(["VALID", [], 0]);
    const { workflow } = await runOf(world);
    expect(statement?.predicate).toMatchObject({
      version: 1,
      tenant: "tn_1",
      execution_id: "run_1",
      workflow,
      outcome: "succeeded",
      error: null,
      events: { size: log.length, head: log.at(-1)?.hash },
      sealed_at: new Date(world.clock.now()).toISOString(),
    });
    expect(statement?.subject.map(({ name }) => name)).toEqual([
      "events.jsonl",
      "workflow.json",
      "policy.json",
    ]);
    const seal = openPack(packOf(world)).get("seal.dsse.json") as Uint8Array;
    expect(await runOf(world)).toMatchObject({
      state: "COMPLETED",
      outcome: "succeeded",
      unsealed: false,
      evidence: {
        key: KEY,
        tree_size: log.length,
        root: statement?.predicate.events.root,
        seal_sha256: sha256Hex(seal),
        version_id: expect.stringMatching(/^v-/),
      },
    });
  });

  it("changes nothing when it is done already, whatever ending is stated then", async () => {
    const world = await doneRun();
    await sealRun(world, succeeded);
    const before = world.store.items();
    world.clock.advance(1000);
    await sealRun(world, { ...RUN, outcome: "failed", error: { code: "Internal", message: "late" } });
    expect(world.store.items()).toEqual(before);
    expect(world.vault.written()).toBe(1);
  });

  it("states the error of a run that failed: the one of its log, else the one that is given", async () => {
    const world = await doneRun(["first"]);
    const error = { code: "States.Timeout", message: '{"errorMessage":"too slow"}' };
    await sealRun(world, { ...RUN, outcome: "failed", error });
    expect((await logOf(world)).map(({ type }) => type).slice(-2)).toEqual([
      "gantry.execution.failed",
      "gantry.execution.transitioned",
    ]);
    expect(judge(packOf(world)).statement?.predicate).toMatchObject({
      outcome: "failed",
      error: { code: "TimedOut", message: "too slow" },
    });
    const other = await doneRun(["first"]);
    await append(other, runFact("gantry.execution.failed", { code: "NotFound", message: "own" }));
    await sealRun(other, { ...RUN, outcome: "failed", error });
    expect((await runOf(other)).error).toEqual({ code: "NotFound", message: "own" });
    expect(codes(packOf(other))).toEqual(["VALID"]);
  });

  it("goes on where a process died, at any moment, and seals once", async () => {
    for (let at = 0; ; at++) {
      const world = await doneRun();
      const crash = crashing(at);
      world.pauseWith(crash);
      await sealRun(world, succeeded).catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      world.clock.advance(60_000);
      await sealRun(world, succeeded);
      expect([codes(packOf(world)), world.vault.written()]).toEqual([["VALID"], 1]);
      expect((await runOf(world)).evidence?.key).toBe(KEY);
      if (!crash.crashed()) break;
    }
  });

  it("keeps the pack that is sealed already, with what its seal states", async () => {
    const world = await doneRun();
    await sealRun(world, succeeded);
    const [pack, { evidence }] = [packOf(world), await runOf(world)];
    const again = await doneRun();
    again.clock.advance(60_000);
    again.vault.all.set(KEY, pack);
    await sealRun(again, succeeded);
    expect((await runOf(again)).evidence).toEqual(evidence);
    expect(packOf(again)).toBe(pack);
  });

  it("is refused when the sealed object is not an evidence pack", async () => {
    const world = await doneRun();
    world.vault.all.set(KEY, zipSync({ "a.txt": new Uint8Array(1) }));
    await expect(sealRun(world, succeeded)).rejects.toMatchObject({ code: "EvidenceConflict" });
    expect((await runOf(world)).evidence).toBeNull();
  });

  it("reads no more of what is sealed than a pack can have", async () => {
    const world = await doneRun();
    const limits: number[] = [];
    const vault = {
      ...world.vault,
      read: (key: string, most: number) => {
        limits.push(most);
        return world.vault.read(key, most);
      },
    };
    await sealRun({ ...world, vault }, succeeded);
    expect(limits).toEqual([167_772_160]);
  });

  it("of a run that never was is NotFound", async () => {
    const world = await doneRun();
    await expect(sealRun(world, { ...succeeded, execution_id: "run_2" })).rejects.toMatchObject({
      code: "NotFound",
    });
  });
});

describe("a run whose evidence cannot be written", () => {
  const failing = (world: Awaited<ReturnType<typeof doneRun>>) => ({
    ...world,
    vault: { ...world.vault, seal: () => Promise.reject(new GantryError("Internal", "no bucket")) },
  });

  it("is shown as unsealed, until it is sealed", async () => {
    const world = await doneRun();
    await expect(sealRun(failing(world), succeeded)).rejects.toThrow("no bucket");
    expect((await runOf(world)).unsealed).toBe(false);
    await markRunUnsealed(world, RUN);
    expect(await runOf(world)).toMatchObject({ outcome: "succeeded", evidence: null, unsealed: true });
    const before = world.store.items();
    await markRunUnsealed(world, RUN);
    expect(world.store.items()).toEqual(before);
    await sealRun(world, succeeded);
    expect(await runOf(world)).toMatchObject({ unsealed: false, evidence: { key: KEY } });
    await markRunUnsealed(world, RUN);
    expect((await runOf(world)).unsealed).toBe(false);
  });

  it("is not shown as unsealed before it has ended", async () => {
    const world = await doneRun();
    await markRunUnsealed(world, RUN);
    expect((await runOf(world)).unsealed).toBe(false);
  });

  it("is shown so when its machine ended, with the reason as an error of that machine", async () => {
    const world = await doneRun();
    const ended = onRunEnded(failing(world), { ...RUN, status: "ABORTED" });
    await expect(ended).rejects.toThrow("no bucket");
    expect(await runOf(world)).toMatchObject({ outcome: "cancelled", unsealed: true });
  });
});

describe("a run whose machine ended", () => {
  it("is sealed with the ending of the machine", async () => {
    const world = await doneRun(["first"]);
    await onRunEnded(world, { ...RUN, status: "TIMED_OUT" });
    expect(await runOf(world)).toMatchObject({
      outcome: "timed_out",
      error: { code: "TimedOut" },
      evidence: { key: KEY },
    });
    expect(codes(packOf(world))).toEqual(["VALID"]);
  });

  it("is left alone when it was sealed before", async () => {
    const world = await doneRun();
    await sealRun(world, succeeded);
    const before = world.store.items();
    await onRunEnded(world, { ...RUN, status: "SUCCEEDED" });
    expect(world.store.items()).toEqual(before);
  });
});
