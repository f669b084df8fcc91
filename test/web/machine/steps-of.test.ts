import { describe, expect, it } from "@jest/globals";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Signal } from "#sdk/typescript/api.ts";
import { missionWorld, runUntil, STEPS, sealed } from "#test/core/factory/steps/mission-run.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { STEP_NAMES } from "#web/machine/graph.ts";
import { type StepStates, stepsOf } from "#web/machine/steps-of.ts";

async function stepsIn(world: World): Promise<StepStates> {
  const ref = missionRef(OWNER.tenant, "m_1");
  const mission = await world.ledger.load<Mission>(ref);
  const signals = await world.ledger.signals(ref, 0, 500);
  return stepsOf({ status: mission?.phase ?? "QUEUED" }, signals as unknown as Signal[]);
}

const standings = (steps: StepStates) => STEP_NAMES.map((name) => steps[name].standing);
const named = (steps: StepStates, standing: string) =>
  STEP_NAMES.filter((name) => steps[name].standing === standing);

describe("the steps of a mission that goes well", () => {
  it("are all done once each, but for repairs and approvals, which it did not need", async () => {
    const world = await missionWorld();
    for (const [, run] of STEPS) await run(world);
    const steps = await stepsIn(world);
    expect(named(steps, "skipped")).toEqual(["Heal", "Ask"]);
    expect(named(steps, "done")).toHaveLength(STEP_NAMES.length - 2);
    for (const name of named(steps, "done")) expect(steps[name].times).toBe(1);
  });

  it("are current one at a time, each where the machine is", async () => {
    const world = await missionWorld();
    const seen: string[][] = [];
    for (const [, run] of STEPS.slice(0, -1)) {
      await run(world);
      const current = named(await stepsIn(world), "current");
      expect(current.length).toBeLessThanOrEqual(1);
      seen.push(current);
    }
    expect(seen[0]).toEqual(["Admit"]);
    expect(seen[5]).toEqual(["Build"]);
  });
});

describe("the steps of a mission that ends otherwise", () => {
  it("fail where it failed, and the rest is not needed", async () => {
    const world = await missionWorld();
    await runUntil(world, "check");
    await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "It broke." } });
    const steps = await stepsIn(world);
    expect([steps.Architect.standing, steps.Check.standing, steps.Seal.standing]).toEqual([
      "done",
      "skipped",
      "done",
    ]);
  });

  it("are stopped where it was cancelled", async () => {
    const world = await missionWorld();
    await runUntil(world, "inspect");
    await cancelMission(world, OWNER, "m_1");
    await sealed(world, { outcome: "cancelled" });
    const steps = await stepsIn(world);
    expect(steps.Build).toEqual({ standing: "stopped", times: 1 });
    expect(named(steps, "current")).toEqual([]);
  });
});

it("counts what was done again, and says nothing of signals that it does not know", () => {
  const at = (type: string, data: object) => ({ type, data }) as unknown as Signal;
  const enter = (phase: string, attempt: number) => at("gantry.mission.phase_entered", { phase, attempt });
  const signals = [
    enter("ARCHITECTING", 0),
    at("gantry.mission.drafted", {}),
    enter("CHECKING", 0),
    at("gantry.policy.evaluated", { verdict: "allow" }),
    enter("BUILDING", 1),
    at("gantry.layer.ready", {}),
    enter("BUILDING", 1),
    at("gantry.build.finished", { verdict: "code" }),
    enter("HEALING", 1),
    at("gantry.heal.applied", {}),
    enter("CHECKING", 1),
    at("gantry.policy.evaluated", { verdict: "allow" }),
    enter("BUILDING", 2),
    at("gantry.layer.ready", {}),
    at("gantry.unknown.signal", {}),
  ];
  const steps = stepsOf({ status: "BUILDING" }, signals);
  expect(steps.Check).toEqual({ standing: "done", times: 2 });
  expect(steps.Build).toEqual({ standing: "current", times: 2 });
  expect(steps.Heal).toEqual({ standing: "done", times: 1 });
  expect(standings(steps).filter((each) => each === "ahead")).toContain("ahead");
  expect(stepsOf({ status: "BUILDING" }, signals.slice(0, 8)).Build.standing).toBe("failed");
});
