import { describe, expect, it } from "@jest/globals";
import { explainFailure } from "#core/factory/mission/failure.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { openMission, record } from "#core/factory/steps/context.ts";
import { verifyPreview } from "#core/factory/steps/verify.ts";
import { inspected, missionWorld, runUntil, sealed } from "#test/core/factory/steps/mission-run.ts";
import { OWNER, PASSED, STRANGER, type World } from "#test/support/memory-world.ts";
import { buildResult, MISSION, redResult } from "#test/support/samples.ts";

const BROKEN = {
  ...PASSED,
  passed: false,
  results: [
    { name: "opens", passed: true },
    { name: "adds a task", passed: false, failed_step: 2, reason: "'Milk' is not shown" },
  ],
  page_errors: ["TypeError: x is undefined"],
};

const explain = (world: World, caller = OWNER) => explainFailure(world, caller, "m_1");

async function verified(): Promise<World> {
  const world = await missionWorld();
  await runUntil(world, "verify");
  world.reports.splice(0, 1, BROKEN);
  await verifyPreview(world, { ...MISSION, attempt: 1 });
  return world;
}

describe("the failure of a mission", () => {
  it("is not found before the mission failed, after a success, or for a stranger", async () => {
    const world = await missionWorld();
    const refused = { code: "NotFound", message: "The mission has not failed.", field: "id" };
    await expect(explain(world)).rejects.toMatchObject(refused);
    await runUntil(world, "seal");
    await expect(explain(world)).rejects.toMatchObject(refused);
    await sealed(world, { outcome: "succeeded" });
    await expect(explain(world)).rejects.toMatchObject(refused);
    await expect(explain(world, STRANGER)).rejects.toMatchObject({
      code: "NotFound",
      message: expect.stringContaining("no mission"),
    });
  });

  it("in its build is the last build's reason with the failed steps and their output", async () => {
    const world = await missionWorld();
    await runUntil(world, "inspect");
    await inspected(world, redResult(1, "not ok 1 - adds a task"));
    expect(await explain(world)).toEqual({
      mission_id: "m_1",
      error: null,
      attempts: 1,
      reason: "The audit failed with exit code 1.",
      repairs: [],
      steps: [expect.objectContaining({ name: "audit", exit_code: 1 })],
      acceptance: [],
      page_errors: [],
    });
    await sealed(world, { outcome: "failed", error: { code: "SameFailure", message: "Again." } });
    expect(await explain(world)).toMatchObject({
      error: { code: "SameFailure", message: "Again." },
      reason: "The audit failed with exit code 1.",
    });
  });

  it("in the acceptance test is the broken promises, not the build that passed", async () => {
    expect(await explain(await verified())).toMatchObject({
      reason: expect.stringContaining("adds a task: 'Milk' is not shown"),
      steps: [],
      acceptance: [{ name: "adds a task", failed_step: 2, reason: "'Milk' is not shown" }],
      page_errors: ["TypeError: x is undefined"],
    });
  });

  it("in the acceptance test is replaced by the next build, and cleared by the next test that passes", async () => {
    const world = await verified();
    const started = missionSignal("gantry.build.started", { attempt: 2, retry: 0, task: "t" });
    await record(await openMission(world, MISSION), [started]);
    await inspected(world, redResult(2, "not ok"));
    expect(await explain(world)).toMatchObject({
      reason: expect.stringContaining("The audit failed"),
      acceptance: [],
    });
    await inspected(world, buildResult({ attempt: 2 }), 1);
    await expect(explain(world)).rejects.toMatchObject({ code: "NotFound" });
    world.reports.splice(0, 1, PASSED);
    await verifyPreview(world, { ...MISSION, attempt: 2 });
    await expect(explain(world)).rejects.toMatchObject({ code: "NotFound" });
  });

  it("outside the app is the recorded error, not the build that passed", async () => {
    const world = await missionWorld();
    await runUntil(world, "preview");
    await sealed(world, { outcome: "failed", error: { code: "VercelRefused", message: "Vercel said no." } });
    expect(await explain(world)).toMatchObject({ reason: "Vercel said no.", steps: [], acceptance: [] });
  });
});
