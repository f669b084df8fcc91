import { describe, expect, it } from "@jest/globals";
import { openPack } from "#core/evidence/pack.ts";
import { allSignals } from "#core/evidence/root.ts";
import { OUTCOMES } from "#core/execution.ts";
import { findMission } from "#core/mission/find.ts";
import { missionRef } from "#core/mission/missions.ts";
import { onExecutionEnded } from "#core/steps/ended.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { missionWorld, runUntil, sealed } from "./mission-run.ts";

const missionOf = (world: World) => findMission(world, OWNER, MISSION.mission_id);
const packOf = (world: World) => [...world.vault.all.values()][0] as Uint8Array;

describe("sealing", () => {
  it.each([
    ["succeeded", "COMPLETED", "SUCCEEDED"],
    ["partial", "COMPLETED", "SUCCEEDED"],
    ["failed", "TERMINATED", "FAILED"],
    ["blocked", "TERMINATED", "BLOCKED"],
    ["timed_out", "TERMINATED", "TIMED_OUT"],
    ["rejected", "TERMINATED", "CANCELLED"],
    ["cancelled", "TERMINATED", "CANCELLED"],
  ] as const)("a mission that %s ends it as %s, shown as %s", async (outcome, status, phase) => {
    expect(OUTCOMES).toContain(outcome);
    const world = await missionWorld();
    await runUntil(world, "preview");
    expect(await sealed(world, { outcome })).toEqual({ phase });
    const mission = await missionOf(world);
    expect(mission).toMatchObject({ status, outcome, phase });
    expect(mission.evidence?.tree_size).toBeLessThan(mission.seq);
    expect(openPack(packOf(world)).size).toBeGreaterThan(5);
  });

  it("says DEPLOYED of a live app, also when the rest failed", async () => {
    const world = await missionWorld();
    await runUntil(world, "publish");
    const error = { code: "GitHubRefused", message: "no" };
    expect(await sealed(world, { outcome: "partial", error })).toEqual({ phase: "DEPLOYED" });
    expect((await missionOf(world)).error).toEqual(error);
  });

  it.each(["admit", "architect", "check", "build"])(
    "works from wherever the mission was: before %s",
    async (step) => {
      const world = await missionWorld();
      await runUntil(world, step);
      await sealed(world, {
        outcome: "cancelled",
        error: { code: "Cancelled", message: "The mission was cancelled." },
      });
      expect(await missionOf(world)).toMatchObject({ status: "TERMINATED", phase: "CANCELLED" });
    },
  );

  it.each([
    [
      { code: "States.Timeout", message: "" },
      { code: "TimedOut", message: "" },
    ],
    [
      { code: "Lambda.Unknown", message: "x" },
      { code: "Internal", message: "x" },
    ],
    [
      {
        code: "CodeFailure",
        message: '{"errorType":"CodeFailure","errorMessage":"It broke.","trace":["at x"]}',
      },
      { code: "CodeFailure", message: "It broke." },
    ],
    [
      { code: "Internal", message: "{not json" },
      { code: "Internal", message: "{not json" },
    ],
    [
      { code: "Internal", message: "null" },
      { code: "Internal", message: "null" },
    ],
  ])("tells people the sentence of %j", async (error, shown) => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed", error });
    expect((await missionOf(world)).error).toEqual(shown);
  });

  it("again changes nothing, whatever it is told then", async () => {
    const world = await missionWorld();
    await runUntil(world, "");
    const before = (await allSignals(world.ledger, missionRef("tn_1", "m_1"))).length;
    await sealed(world, { outcome: "failed", error: { code: "Internal", message: "x" } });
    await onExecutionEnded(world, { ...MISSION, status: "FAILED" });
    expect((await allSignals(world.ledger, missionRef("tn_1", "m_1"))).length).toBe(before);
    expect((await missionOf(world)).outcome).toBe("succeeded");
    expect(world.vault.written()).toBe(1);
  });

  it("takes up what was sealed before the process died, with its outcome", async () => {
    for (let at = 0; ; at++) {
      const world = await missionWorld();
      await runUntil(world, "seal");
      const crash = crashing(at);
      world.pauseWith(crash);
      await sealed(world, { outcome: "succeeded" }).catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      const written = world.vault.written() === 1;
      world.clock.advance(60_000);
      await onExecutionEnded(world, { ...MISSION, status: "TIMED_OUT" });
      const mission = await missionOf(world);
      expect([at, mission.outcome]).toEqual([at, written ? "succeeded" : "timed_out"]);
      expect(world.vault.written()).toBe(1);
      if (!crash.crashed()) break;
    }
  });

  it.each([
    ["ABORTED", "cancelled", "Cancelled"],
    ["TIMED_OUT", "timed_out", "TimedOut"],
    ["FAILED", "failed", "Internal"],
  ])("is the last net under a workflow that ended as %s", async (status, outcome, code) => {
    const world = await missionWorld();
    await runUntil(world, "build");
    await onExecutionEnded(world, { ...MISSION, status });
    expect(await missionOf(world)).toMatchObject({ outcome, error: { code } });
  });

  it("refuses to adopt what is no evidence pack", async () => {
    const world = await missionWorld();
    const { zipSync } = await import("fflate");
    world.vault.all.set("t/tn_1/missions/m_1/evidence.zip", zipSync({ a: new Uint8Array(1) }));
    await expect(sealed(world, { outcome: "failed" })).rejects.toMatchObject({ code: "EvidenceConflict" });
  });
});
