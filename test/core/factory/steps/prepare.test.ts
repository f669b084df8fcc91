import { describe, expect, it } from "@jest/globals";
import { NO_JOB_EXIT } from "#core/factory/build/exit-code.ts";
import { cancelMission } from "#core/factory/mission/cancel.ts";
import { startBuild } from "#core/factory/steps/build.ts";
import { onBuildObject, onTaskStopped } from "#core/factory/steps/builder-events.ts";
import { openStep } from "#core/factory/steps/builder-lease.ts";
import { prepareBuild } from "#core/factory/steps/prepare.ts";
import { stopBuild } from "#core/factory/steps/stop-build.ts";
import { Crash, crashing, noPause, type Pause, scheduled } from "#test/support/memory-pause.ts";
import { OWNER, POLICY, type World } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { buildResult, leaveResult, MISSION } from "#test/support/samples.ts";
import { missionWorld, runUntil, STEPS } from "./mission-run.ts";

const FOLDER = "t/tn_1/missions/m_1/builds/1/0";
const FIRST = "arn:task/m_1-1-0-0";
const SECOND = "arn:task/m_1-1-0-1";
const BUILD = { ...MISSION, attempt: 1, retry: 0, token: "build-token" };

const answerOf = (world: World) => world.workflows.answers.get("build-token");
const hasJob = (world: World, start: number) => world.artifacts.all.has(`${FOLDER}/job-${start}.json`);

/** The event of a task's end: by default of the first builder, which got no job. */
const ended = (world: World, start = 0, exit_code = NO_JOB_EXIT) =>
  onTaskStopped(world, {
    tenant: MISSION.tenant,
    mission: MISSION.mission_id,
    attempt: 1,
    retry: 0,
    start,
    exit_code,
    reason: "",
  });

/** A mission that is ready to be built; its builder was started early, unless `prepared` is false. */
async function ready(prepared = true): Promise<World> {
  const world = await missionWorld();
  for (const [name, run] of STEPS) {
    if (name === "build") return world;
    if (name !== "prepare" || prepared) await run(world);
  }
  return world;
}

/** A builder that has its job and builds. */
async function builds(world: World, start: number): Promise<void> {
  leaveResult(world, buildResult());
  await onBuildObject(world, { key: `${FOLDER}/result.json` });
  await ended(world, start, 0);
}

describe("a builder that is started early", () => {
  it("is the one that builds, and receives its job only then", async () => {
    const world = await missionWorld();
    await runUntil(world, "architect");
    expect(world.builders.tasks.get(FIRST)).toEqual({
      ...MISSION,
      attempt: 1,
      retry: 0,
      start: 0,
      tier: "small",
      job_url: `https://objects.test/${FOLDER}/job-0.json?get=600`,
      wait_seconds: POLICY.missions.prepared_seconds,
    });
    expect(hasJob(world, 0)).toBe(false);
    await runUntil(world, "");
    expect([...world.builders.tasks.keys()]).toEqual([FIRST]);
    expect(hasJob(world, 0)).toBe(true);
  });

  it("is optional: without it the build starts its own", async () => {
    const world = await ready(false);
    await startBuild(world, BUILD);
    expect([...world.builders.tasks.keys()]).toEqual([FIRST]);
  });

  it("is not started once the build has begun", async () => {
    const world = await ready(false);
    await startBuild(world, BUILD);
    world.builders.tasks.clear();
    await prepareBuild(world, MISSION);
    expect(world.builders.tasks.size).toBe(0);
  });

  it("is followed by another one under its own name when it stopped too early", async () => {
    const world = await ready();
    await ended(world);
    await ended(world);
    await startBuild(world, BUILD);
    expect([...world.builders.tasks.keys()]).toEqual([FIRST, SECOND]);
    expect([hasJob(world, 0), hasJob(world, 1)]).toEqual([false, true]);
    await ended(world); // Told again: it is not the one that is waited for.
    expect(answerOf(world)).toBeUndefined();
    await ended(world, 1, 137);
    expect(answerOf(world)).toMatchObject({ error: "EnvironmentFailure" });
  });

  it("is not mistaken for its successor when its start is acknowledged late", async () => {
    const world = await ready(false);
    const late = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    world.pauseWith({
      async around(name, act) {
        const result = await act();
        if (name !== "builders.run") return result;
        asked.resolve();
        await late.promise;
        return result;
      },
    });
    const preparing = prepareBuild(world, MISSION);
    await asked.promise;
    world.pauseWith(noPause);
    await ended(world);
    await startBuild(world, BUILD);
    late.resolve();
    await preparing;
    await stopBuild(world, BUILD);
    expect(world.builders.stopped).toEqual([SECOND]);
  });

  it("is not used when it might give up before it reads its job", async () => {
    const world = await ready();
    world.clock.advance((POLICY.missions.prepared_seconds - 14) * 1000);
    await startBuild(world, BUILD);
    expect([...world.builders.tasks.keys()]).toEqual([FIRST, SECOND]);
    expect([hasJob(world, 0), hasJob(world, 1)]).toEqual([false, true]);
    await ended(world);
    expect(answerOf(world)).toBeUndefined();
  });

  it("is not used for an app that needs a builder of another size, and receives no job", async () => {
    const world = await ready();
    const opened = await openStep(world, BUILD);
    await opened.change((step) => ({ ...step!, tier: "large" }));
    await startBuild(world, BUILD);
    expect([...world.builders.tasks.values()].map(({ start, tier }) => [start, tier])).toEqual([
      [0, "small"],
      [1, "small"],
    ]);
    expect([hasJob(world, 0), hasJob(world, 1)]).toEqual([false, true]);
    await ended(world);
    expect(answerOf(world)).toBeUndefined();
  });

  it("remains the one that builds, however long that takes, when the start of the build is repeated", async () => {
    const world = await ready();
    await startBuild(world, BUILD);
    world.clock.advance(POLICY.missions.prepared_seconds * 1000);
    await startBuild(world, BUILD);
    expect([...world.builders.tasks.keys()]).toEqual([FIRST]);
  });

  it("causes an environment failure when it stops after it was used", async () => {
    const world = await ready();
    await startBuild(world, BUILD);
    await ended(world);
    expect(answerOf(world)).toMatchObject({
      error: "EnvironmentFailure",
      cause: "The builder waited for its job but did not receive one.",
    });
  });

  it("is stopped once when the mission ends before its build", async () => {
    const world = await ready();
    await stopBuild(world, BUILD);
    expect(world.builders.stopped).toEqual([FIRST]);
    await ended(world, 0, 143);
    await stopBuild(world, BUILD);
    expect(world.builders.stopped).toEqual([FIRST]);
  });

  it("is stopped with a mission that a person cancels, and not started for a cancelled one", async () => {
    const world = await ready();
    await cancelMission(world, OWNER, "m_1");
    expect(world.builders.stopped).toEqual([FIRST]);
    const late = await missionWorld();
    await cancelMission(late, OWNER, "m_1");
    await expect(prepareBuild(late, MISSION)).rejects.toMatchObject({ code: "Cancelled" });
    expect(late.builders.tasks.size).toBe(0);
  });
});

/** Runs it again, as the machine and the event bus do, for as long as its process dies. */
async function insist(run: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await run();
      return;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
}

/**
 * Plays the builders of a world: each task that was started waits for its job, or gives up before it has one. The
 * first may give up whenever the schedule says so; the next ones have their job from the start.
 */
function playBuilders(
  world: World,
  givesUp: boolean,
  when: (name: string) => Promise<unknown>,
): Promise<void>[] {
  const played = new Set<string>();
  const all: Promise<void>[] = [];
  const { run } = world.builders;
  const life = async (start: number) => {
    if (givesUp && start === 0) {
      await when("the first builder gives up");
      if (!hasJob(world, 0)) return insist(() => ended(world));
    }
    while (!hasJob(world, start)) await when(`builder ${start} waits`);
    await insist(() => builds(world, start));
  };
  Object.assign(world.builders, {
    run: async (task: Parameters<typeof run>[0]) => {
      const arn = await run(task);
      if (!played.has(arn)) all.push(life(task.start));
      played.add(arn);
      return arn;
    },
  });
  return all;
}

describe("a builder under concurrent events", () => {
  it("always leads to an answer for the build", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.nat(60)),
        async (scheduler, givesUp, prepareLate, crashAt) => {
          const world = await ready(false);
          const when = (name: string) => scheduler.schedule(Promise.resolve(), name);
          const lives = playBuilders(world, givesUp, when);
          if (!prepareLate) await prepareBuild(world, MISSION);
          world.pauseWith(both(scheduled(when), crashAt === null ? noPause : crashing(crashAt)));
          const steps = [insist(() => startBuild(world, BUILD))];
          if (prepareLate) steps.push(insist(() => prepareBuild(world, MISSION)));
          await scheduler.waitFor(Promise.all(steps));
          for (let known = -1; known < lives.length; ) {
            known = lives.length;
            await scheduler.waitFor(Promise.all(lives));
          }
          const answer = answerOf(world);
          expect(answer).toBeDefined();
          const failed = answer !== undefined && "error" in answer;
          if (failed) expect(answer).toMatchObject({ error: "EnvironmentFailure" });
          expect(failed && !givesUp).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("costs no retry when it stopped before its build was known, at whatever moment a process dies", async () => {
    for (let at = 0; ; at++) {
      const world = await ready();
      const crash = crashing(at);
      world.pauseWith(crash);
      await insist(() => ended(world));
      await insist(() => startBuild(world, BUILD));
      world.pauseWith(noPause);
      await builds(world, 1);
      expect(answerOf(world)).toEqual({ token: "build-token", output: {} });
      expect([...world.builders.tasks.keys()]).toEqual([FIRST, SECOND]);
      if (!crash.crashed()) break;
    }
  });
});

function both(outer: Pause, inner: Pause): Pause {
  return { around: (name, act) => outer.around(name, () => inner.around(name, act)) };
}
