import { describe, expect, it } from "@jest/globals";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { FACTORY_MISSION } from "#core/factory/mission/definition.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { finalPhase } from "#core/factory/mission/mission.ts";
import { missionRef, missions } from "#core/factory/mission/missions.ts";
import { FINAL_PHASES, WORKING_PHASES } from "#core/factory/mission/phase.ts";
import { retryMission } from "#core/factory/mission/retry.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import { onBuildObject, onTaskStopped } from "#core/factory/steps/builder-events.ts";
import { stopBuild } from "#core/factory/steps/stop-build.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { missionWorld, runUntil, sealed } from "#test/core/factory/steps/mission-run.ts";
import { OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { buildResult, leaveResult, MISSION } from "#test/support/samples.ts";

const FOLDER = "t/tn_1/missions/m_1/builds/1/0";
const TASK = "arn:task/m_1-1-0-0";
const BUILD = { tenant: "tn_1", mission: "m_1", attempt: 1, retry: 0, start: 0 };

async function building(): Promise<World> {
  const world = await missionWorld();
  await runUntil(world, "inspect");
  return world;
}

describe("cancelling", () => {
  it("records the request once and resumes a waiting step", async () => {
    const world = await building();
    await cancelMission(world, OWNER, "m_1");
    const mission = await cancelMission(world, OWNER, "m_1");
    expect(mission.cancel_requested_at).toEqual(expect.any(String));
    expect(world.workflows.answers.get("build-token")).toMatchObject({ error: "Cancelled" });
    expect(world.builders.stopped).toContain(TASK);
    const signals = await world.ledger.signals(missionRef("tn_1", "m_1"), 0, 100);
    expect(signals.filter(({ type }) => type === "gantry.mission.cancel_requested")).toHaveLength(1);
  });

  it("is refused for a mission that has ended, belongs to another tenant, or does not exist", async () => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed" });
    await expect(cancelMission(world, OWNER, "m_1")).rejects.toMatchObject({ code: "IllegalTransition" });
    await expect(cancelMission(world, STRANGER, "m_1")).rejects.toMatchObject({ code: "NotFound" });
    await expect(cancelMission(world, OWNER, "m_2")).rejects.toMatchObject({ code: "NotFound", field: "id" });
  });
});

describe("retrying", () => {
  it("starts a new mission with the same plan, under a name of its own", async () => {
    const world = await missionWorld();
    await expect(retryMission(world, OWNER, "m_1")).rejects.toMatchObject({ code: "IllegalTransition" });
    await sealed(world, { outcome: "failed" });
    const old = await findMission(world, OWNER, "m_1");
    const mission = await retryMission(world, OWNER, "m_1");
    expect(mission).toMatchObject({
      retry_of: "m_1",
      state: "CREATED",
      plan_hash: old.plan_hash,
      attempts: 0,
    });
    expect(mission.project).not.toBe(old.project);
    const [created, gate, decision] = await world.ledger.signals(missionRef("tn_1", mission.id), 0, 10);
    expect(created).toMatchObject({ type: "gantry.mission.created", data: { workflow: FACTORY_MISSION } });
    expect(gate).toMatchObject({ type: "gantry.gate.opened", data: { name: "build.confirm" } });
    expect(decision).toMatchObject({
      type: "gantry.decision.recorded",
      actorkind: "human",
      authid: "owner",
      data: {
        gate: "build.confirm",
        gate_id: `execution.${mission.id}.1`,
        execution_id: mission.id,
        type: "APPROVE",
        justification: "Retry of m_1.",
        snapshot_sha256: old.plan_hash,
      },
    });
    await expect(retryMission(world, STRANGER, "m_1")).rejects.toMatchObject({ code: "NotFound" });
  });
});

describe("events of a builder", () => {
  const progress = {
    version: 1,
    mission_id: "m_1",
    attempt: 1,
    seq: 1,
    phase: "audit",
    elapsed_ms: 5000,
    memory_mb: 80,
    output_tail: "",
  };
  const leave = (world: World, name: string, content: string) =>
    world.artifacts.all.set(`${FOLDER}/${name}`, new TextEncoder().encode(content));

  it("resume the machine when there is a result", async () => {
    const world = await building();
    leaveResult(world, buildResult());
    await onBuildObject(world, { key: `${FOLDER}/result.json` });
    expect(world.workflows.answers.get("build-token")).toMatchObject({ output: {} });
  });

  it("record progress and send a heartbeat while the build runs", async () => {
    const world = await building();
    leave(world, "progress.json", JSON.stringify(progress));
    await onBuildObject(world, { key: `${FOLDER}/progress.json` });
    expect(world.workflows.beats).toEqual(["build-token"]);
    const [last] = (await world.ledger.signals(missionRef("tn_1", "m_1"), 0, 100)).slice(-1);
    expect(last).toMatchObject({
      type: "gantry.build.progressed",
      data: { build_phase: "audit", memory_mb: 80 },
    });
  });

  it("stop the builder of a cancelled mission", async () => {
    const world = await building();
    await cancelMission({ ...world, store: { ...world.store, query: async () => [] } }, OWNER, "m_1");
    leave(world, "progress.json", JSON.stringify(progress));
    await onBuildObject(world, { key: `${FOLDER}/progress.json` });
    expect(world.workflows.answers.get("build-token")).toMatchObject({ error: "Cancelled" });
    expect(world.builders.stopped).toEqual([TASK]);
  });

  it.each(["", "{", "{}", '{"version":2}'])(
    "are ignored when their content is invalid: %j",
    async (content) => {
      const world = await building();
      const before = (await findMission(world, OWNER, "m_1")).seq;
      leave(world, "progress.json", content);
      await onBuildObject(world, { key: `${FOLDER}/progress.json` });
      expect((await findMission(world, OWNER, "m_1")).seq).toBe(before);
      expect(world.workflows.beats).toEqual([]);
    },
  );

  it.each([
    `${FOLDER}/log.txt`,
    "t/tn_1/missions/m_1/builds/7/0/result.json",
    "t/tn_1/missions/m_1/evidence.zip",
    "layers/x.tar.zst",
  ])("are ignored for other objects: %s", async (key) => {
    const world = await building();
    await onBuildObject(world, { key });
    expect(world.workflows.answers.has("build-token")).toBe(false);
  });

  it("report an EnvironmentFailure when the task stops without a result, and the result otherwise", async () => {
    const world = await building();
    await onTaskStopped(world, { ...BUILD, exit_code: 137, reason: "OutOfMemoryError" });
    expect(world.workflows.answers.get("build-token")).toEqual({
      token: "build-token",
      error: "EnvironmentFailure",
      cause: "The builder stopped with exit code 137 and returned no result. OutOfMemoryError",
    });
    const other = await building();
    leaveResult(other, buildResult());
    await onTaskStopped(other, { ...BUILD, exit_code: null, reason: "" });
    expect(other.workflows.answers.get("build-token")).toMatchObject({ output: {} });
    await onTaskStopped(other, { ...BUILD, attempt: 9, exit_code: 0, reason: "" });
  });

  it("end the mission with the command that helps when there is no sandbox", async () => {
    const world = await building();
    await onTaskStopped(world, { ...BUILD, exit_code: 78, reason: "" });
    expect(world.workflows.answers.get("build-token")).toEqual({
      token: "build-token",
      error: "NoSandbox",
      cause: expect.stringContaining("Run gantry doctor for the fix"),
    });
  });

  it("stop the current builder only", async () => {
    const world = await building();
    await stopBuild(world, { ...MISSION, attempt: 1, retry: 0 });
    await stopBuild(world, { ...MISSION, attempt: 2, retry: 0 });
    expect(world.builders.stopped).toEqual([TASK]);
  });
});

describe("the phase that people see", () => {
  it.each([
    ["succeeded", "u", "DEPLOYED"],
    ["succeeded", null, "SUCCEEDED"],
    ["partial", "u", "DEPLOYED"],
    ["partial", null, "SUCCEEDED"],
    ["failed", "u", "FAILED"],
    ["blocked", null, "BLOCKED"],
    ["timed_out", null, "TIMED_OUT"],
    ["rejected", null, "REJECTED"],
    ["cancelled", null, "CANCELLED"],
    [null, null, "FAILED"],
  ] as const)("for %s with url %j is %s", (outcome, url, phase) =>
    expect(finalPhase({ outcome, url })).toBe(phase),
  );

  it("has a sentence", async () => {
    const world = await missionWorld();
    const mission = await findMission(world, OWNER, "m_1");
    for (const phase of [...WORKING_PHASES, ...FINAL_PHASES])
      expect(speechOf({ ...mission, phase })).toMatch(/^[A-Z].+\.$/);
  });

  it("is unchanged by an unknown signal, and starts only with the mission's creation", async () => {
    const world = await missionWorld();
    const mission = await findMission(world, OWNER, "m_1");
    const [first] = (await world.ledger.signals(missionRef("tn_1", "m_1"), 0, 1)) as [Signal];
    const unknown = {
      ...first,
      type: "gantry.mission.sang",
      sequence: "000000000002",
      time: "2030-01-01T00:00:00.000Z",
    };
    expect(missions.reduce(mission, unknown)).toEqual({ ...mission, seq: 2, updated_at: unknown.time });
    expect(() => missions.reduce(null, unknown)).toThrow(TypeError);
  });
});
