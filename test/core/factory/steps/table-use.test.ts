import { describe, expect, it } from "@jest/globals";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { reviewApp } from "#core/factory/steps/review.ts";
import type { Pause } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { MANIFEST, MISSION, PROPOSAL } from "#test/support/samples.ts";
import { missionWorld, runUntil, STEPS } from "./mission-run.ts";
import { runWholeMission } from "./whole-mission.ts";

const PACKAGES = {
  path: "package.json",
  content: JSON.stringify({ type: "module", dependencies: { nanoid: "5.1.6" } }),
};

function planningWorld(files = MANIFEST.files): World {
  return memoryWorld({
    models: {
      consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }),
      architect: () => ({ ...MANIFEST, files }),
      critic: () => ({ verdict: "accept", notes: [] }),
    },
  });
}

/** Counts what is asked of the table from now on, but for what the test itself asks for. */
function counting(world: World): { transactions: number; reads: number } {
  const counts = { transactions: 0, reads: 0 };
  const pause: Pause = {
    around: async (name, act) => {
      if (name === "store.transact") counts.transactions += 1;
      if (name === "store.get" || name === "store.query") counts.reads += 1;
      return await act();
    },
  };
  world.pauseWith(pause);
  return counts;
}

describe("a whole mission, from the sentence to the sealed evidence", () => {
  it.each([
    ["of one page", MANIFEST.files],
    ["with packages to install", [...MANIFEST.files, PACKAGES]],
  ])("%s takes at most 32 transactions and 37 reads", async (_, files) => {
    const world = planningWorld(files);
    const counts = counting(world);
    const { status, mission_id } = await runWholeMission(world, files);
    const used = { ...counts };
    expect(status).toBe("SUCCEEDED");
    expect(await findMission(world, OWNER, mission_id)).toMatchObject({
      phase: "DEPLOYED",
      outcome: "succeeded",
      pr_url: expect.any(String),
    });
    expect(used.transactions).toBeLessThanOrEqual(32);
    expect(used.reads).toBeLessThanOrEqual(37);
  });
});

describe("during long work people see its phase:", () => {
  const long: readonly [Phase, (world: World, during: () => Promise<void>) => void][] = [
    ["ARCHITECTING", (world, during) => onCall(world.converser, "converse", during, 0)],
    ["BUILDING", (world, during) => onCall(world.dependencies, "provide", during)],
    ["REVIEWING", (world, during) => onCall(world.converser, "converse", during, 1)],
    ["DEPLOYING", (world, during) => onCall(world.deployments, "createPreview", during)],
    ["VERIFYING", (world, during) => onCall(world.browser, "run", during)],
    ["DEPLOYING", (world, during) => onCall(world.deployments, "promote", during)],
    ["DEPLOYING", (world, during) => onCall(world.deployments, "visit", during)],
    ["PUBLISHING", (world, during) => onCall(world.repositories, "publish", during)],
    ["SEALING", (world, during) => onCall(world.vault, "seal", during)],
  ];

  it.each(long)("%s (%#)", async (phase, hold) => {
    const files = [...MANIFEST.files, PACKAGES];
    const world = await missionWorld({ models: { architect: () => ({ ...MANIFEST, files }) } });
    const seen: Phase[] = [];
    hold(world, async () => {
      seen.push((await findMission(world, OWNER, MISSION.mission_id)).phase);
    });
    await runUntil(world, "");
    expect([...new Set(seen)]).toEqual([phase]);
  });
});

describe("a mission that a person cancels while a step works", () => {
  /** Cancels with the first call of this name that the step makes. */
  function cancelAt(world: World, call: string): void {
    let done = false;
    world.pauseWith({
      around: async (name, act) => {
        if (name !== call || done) return await act();
        done = true;
        await cancelMission(world, OWNER, MISSION.mission_id);
        return await act();
      },
    });
  }

  it.each(["preview", "promote", "publish"])("%s: has no effect that was not dispatched", async (name) => {
    const world = await missionWorld();
    await runUntil(world, name);
    const effects = () => [
      world.deployments.calls,
      world.deployments.promoted.length,
      world.repositories.opened.size,
    ];
    const before = effects();
    const step = STEPS.find(([step]) => step === name)?.[1];
    cancelAt(world, "store.transact"); // The step has read the mission, and dispatches its effect.
    await expect(step?.(world)).rejects.toMatchObject({ code: "Cancelled" });
    expect(effects()).toEqual(before);
  });

  it.each([
    ["architect", (world: World) => draftApp(world, MISSION)],
    ["review", (world: World) => reviewApp(world, { ...MISSION, attempt: 1 })],
  ])("%s: calls no model", async (name, step) => {
    const world = await missionWorld();
    await runUntil(world, name);
    const asked = world.converser.requests.length;
    cancelAt(world, "store.transact");
    await expect(step(world)).rejects.toMatchObject({ code: "Cancelled" });
    expect(world.converser.requests).toHaveLength(asked);
  });

  it("records the use of a model call that was already in progress", async () => {
    const world = await missionWorld();
    await runUntil(world, "architect");
    onCall(world.converser, "converse", async () => {
      await cancelMission(world, OWNER, MISSION.mission_id);
    });
    await draftApp(world, MISSION);
    expect((await findMission(world, OWNER, MISSION.mission_id)).usage.calls).toBe(1);
  });
});

/** Does this before a port's method runs, each time or only at one of its calls. */
function onCall<P extends object>(port: P, name: keyof P, act: () => Promise<void>, only?: number): void {
  const method = (port[name] as (...input: unknown[]) => Promise<unknown>).bind(port);
  let calls = 0;
  Object.assign(port, {
    [name]: async (...input: unknown[]) => {
      if (only === undefined || calls === only) await act();
      calls += 1;
      return method(...input);
    },
  });
}
