import { describe, expect, it } from "@jest/globals";
import { allSignals } from "#core/evidence/root.ts";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { addSeal, type Mission, reduce } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import type { Seal } from "#core/governance/execution/execution.ts";
import { chainFault } from "#core/kernel/ledger/chain.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { MANIFEST, MISSION } from "#test/support/samples.ts";
import { missionWorld, runUntil, STEPS } from "./mission-run.ts";

const signalsOf = (world: World) => allSignals(world.ledger, missionRef(MISSION.tenant, MISSION.mission_id));
const missionOf = (world: World) => findMission(world, OWNER, MISSION.mission_id);

/** What every mission must be, however it went: one deployment, one pull request, one seal, a whole chain. */
async function expectWhole(world: World): Promise<Mission> {
  const signals = await signalsOf(world);
  expect(chainFault(signals)).toBeUndefined();
  const mission = await missionOf(world);
  const replayed = signals.reduce<Mission | null>(reduce, null) as Mission;
  const { evidence, phases } = mission;
  expect(addSeal(replayed, evidence as Seal, phases.at(-1)?.started_at ?? "")).toEqual(mission);
  expect(evidence?.tree_size).toBe(signals.length);
  expect(signals.at(-1)).toMatchObject({
    type: "gantry.execution.transitioned",
    data: { to: mission.state },
  });
  expect(world.deployments.made.size).toBe(1);
  expect(world.repositories.opened.size).toBe(1);
  expect(world.builders.tasks.size).toBe(1);
  expect(world.vault.written()).toBe(1);
  for (const type of [
    "gantry.mission.drafted",
    "gantry.build.finished",
    "gantry.deployment.promoted",
    "gantry.pull_request.opened",
  ])
    expect([type, signals.filter((signal) => signal.type === type).length]).toEqual([type, 1]);
  expect(slots(world)).toEqual({ running: [], waiting: [] });
  return mission;
}

function slots(world: World) {
  const item = world.store.items().find(({ sk }) => sk === "QUOTA#missions") as any;
  const { running, waiting } = item.admission;
  return { running, waiting };
}

describe("a mission", () => {
  it("leads from its confirmation to a live app, a pull request and sealed evidence", async () => {
    const world = await missionWorld();
    await runUntil(world, "");
    const mission = await expectWhole(world);
    expect(mission).toMatchObject({
      state: "COMPLETED",
      outcome: "succeeded",
      phase: "DEPLOYED",
      attempts: 1,
      url: "https://task-manager-m_1.test",
      preview_url: "https://dpl_1.test",
      pr_url: "https://git.test/gantry/task-manager-m_1/pull/1",
      error: null,
    });
    expect(mission.phases.map(({ phase }) => phase)).toEqual(
      "QUEUED ARCHITECTING CHECKING BUILDING REVIEWING DEPLOYING VERIFYING DEPLOYING PUBLISHING SEALING DEPLOYED".split(
        " ",
      ),
    );
    expect(mission.phases.slice(0, -1).every(({ ended_at }) => ended_at !== null)).toBe(true);
    expect(mission.usage).toMatchObject({ calls: 2, input_tokens: 230, output_tokens: 100 });
    expect(world.deployments.promoted).toEqual(["dpl_1"]);
    expect([...world.repositories.opened.values()][0]?.files.map(({ path }) => path)).toEqual([
      "public/index.html",
      "test/app.test.js",
    ]);
  });

  it("has the same end when each of its steps dies at every moment and runs again", async () => {
    for (const [name, run] of STEPS) {
      // Odd moments follow a call; the one before the next call finds the same world.
      for (let at = 1; ; at += 2) {
        const world = await missionWorld();
        await runUntil(world, name);
        const crash = crashing(at);
        world.pauseWith(crash);
        const died = await run(world).then(
          () => false,
          (error) => {
            if (!(error instanceof Crash)) throw error;
            return true;
          },
        );
        world.pauseWith(noPause);
        if (!died) break;
        for (const [later, again] of STEPS.slice(STEPS.findIndex(([step]) => step === name)))
          await again(world).catch((error) => {
            throw new Error(`${name} died at moment ${at}; then ${later} failed`, { cause: error });
          });
        const mission = await expectWhole(world);
        expect([name, at, mission.phase]).toEqual([name, at, "DEPLOYED"]);
      }
    }
  });

  it("calls no model twice for a draft that it has, and keeps the first of two drafts", async () => {
    const world = await missionWorld();
    await runUntil(world, "check");
    const { manifest_sha256 } = await missionOf(world);
    expect(await draftApp(world, MISSION)).toEqual({ manifest_sha256 });
    expect(world.converser.requests).toHaveLength(1);

    let drafts = 0;
    const racing = await missionWorld({
      models: { architect: () => ({ ...MANIFEST, run_command: `node --test ${++drafts}` }) },
    });
    await runUntil(racing, "architect");
    const both = await Promise.all([draftApp(racing, MISSION), draftApp(racing, MISSION)]);
    expect(both[0]).toEqual(both[1]);
  });

  it("stops before the next effect when a person cancels it, at every step", async () => {
    for (const [name, run] of STEPS.slice(0, -1)) {
      const world = await missionWorld();
      await runUntil(world, name);
      await cancelMission(world, OWNER, MISSION.mission_id);
      const effects = [
        world.deployments.calls,
        world.deployments.promoted.length,
        world.repositories.opened.size,
      ];
      if (name === "inspect") continue; // Its result is laid by the test itself.
      await expect(run(world)).rejects.toMatchObject({ code: "Cancelled" });
      expect([
        world.deployments.calls,
        world.deployments.promoted.length,
        world.repositories.opened.size,
      ]).toEqual(effects);
    }
  });
});
