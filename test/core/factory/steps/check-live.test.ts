import { describe, expect, it } from "@jest/globals";
import { verifyPack } from "#core/evidence/verify.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { findProject } from "#core/factory/project/find.ts";
import { checkLive } from "#core/factory/steps/check-live.ts";
import { promote } from "#core/factory/steps/deploy.ts";
import { evidencePath } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { addProject } from "#test/support/projects.ts";
import { MISSION } from "#test/support/samples.ts";
import { decide } from "./decide.ts";
import { missionWorld, runUntil, sealed } from "./mission-run.ts";

const missionOf = (world: World) => findMission(world, OWNER, MISSION.mission_id);
/** What {@link addProject} has made live. */
const LIVE_BEFORE = "dpl_r1";

/** A promoted mission; with `before`, its project has a release that was live before. */
async function promoted({ before = false } = {}): Promise<World> {
  const world = await missionWorld();
  await decide(world);
  await runUntil(world, "promote");
  if (before) await addProject(world, (await missionOf(world)).project, 1);
  await promote(world, MISSION);
  world.deployments.promoted.length = 0;
  return world;
}

/** Makes the live address respond with something else. */
async function breakLive(world: World, visit = { status: 500, sha256: "0".repeat(64) }): Promise<void> {
  world.deployments.visits.set((await missionOf(world)).url as string, visit);
}

const NOT_LIVE = { code: "NotLive", message: "no" };

function verified(world: World) {
  const zip = world.vault.all.get(evidencePath(MISSION.tenant, MISSION.mission_id)) as Uint8Array;
  return verifyPack(EVIDENCE_KINDS, {
    zip,
    execution: MISSION.mission_id,
    pinned_key: "key",
    checkSignature: () => true,
  });
}

describe("the live address after a promotion", () => {
  it("is looked at once when it shows the deployment", async () => {
    const world = await promoted();
    expect(await checkLive(world, MISSION)).toEqual({
      passed: true,
      reason: "The live address shows the deployment.",
    });
    expect((await missionOf(world)).live_check).toMatchObject({ passed: true, tries: 1 });
  });

  it.each([
    [{ status: 500, sha256: "0".repeat(64) }, "The live address responded with the status 500."],
    [{ status: 200, sha256: "0".repeat(64) }, "The live address shows something else than the deployment."],
    [{ unreachable: "ECONNREFUSED" }, "The live address did not respond: ECONNREFUSED."],
  ])("fails after three tries with %j", async (visit, reason) => {
    const world = await promoted();
    world.deployments.visits.set((await missionOf(world)).url as string, visit);
    expect(await checkLive(world, MISSION)).toEqual({
      passed: false,
      reason: `${reason} Tries: 3. There is no earlier release, so this one stays in production.`,
    });
    expect(world.deployments.promoted).toEqual([]);
  });

  it("passes when it shows the deployment at the third try", async () => {
    const world = await promoted();
    const { visit } = world.deployments;
    let tries = 0;
    const live = (await missionOf(world)).url;
    world.deployments.visit = async (url) =>
      url === live && ++tries < 3 ? { unreachable: "ENOTFOUND" } : visit(url);
    expect(await checkLive(world, MISSION)).toMatchObject({ passed: true });
    expect((await missionOf(world)).live_check).toMatchObject({ tries: 3 });
  });

  it("passes with a page that differs at every request, if the status is that of the deployment", async () => {
    const world = await promoted();
    let count = 0;
    world.deployments.visit = async () => ({ status: 200, sha256: String(count++) });
    expect(await checkLive(world, MISSION)).toMatchObject({ passed: true });
  });

  it("fails when Vercel has another deployment in production", async () => {
    const world = await promoted();
    await world.deployments.promote({ id: "prj", name: (await missionOf(world)).project }, "dpl_other");
    expect(await checkLive(world, MISSION)).toMatchObject({
      passed: false,
      reason: expect.stringContaining("another deployment in production"),
    });
  });

  it("is not blamed when Vercel's API does not respond", async () => {
    const world = await promoted();
    world.deployments.currentProduction = async () => {
      throw new GantryError("VercelUnavailable", "no");
    };
    await expect(checkLive(world, MISSION)).rejects.toMatchObject({ code: "VercelUnavailable" });
    expect((await missionOf(world)).live_check).toBeUndefined();
  });
});

describe("a release whose live address fails", () => {
  it("is replaced by the release before, and the mission ends partial with valid evidence", async () => {
    const world = await promoted({ before: true });
    await breakLive(world);
    const result = await checkLive(world, MISSION);
    expect(result).toMatchObject({
      passed: false,
      reason: expect.stringMatching(/Release 1 is live again\.$/),
    });
    expect(world.deployments.promoted).toEqual([LIVE_BEFORE]);
    expect(await sealed(world, { outcome: "partial", error: NOT_LIVE })).toEqual({ phase: "SUCCEEDED" });
    const mission = await missionOf(world);
    expect(mission).toMatchObject({ outcome: "partial", url: null, restored: { release: 1 } });
    const project = await findProject(world, OWNER, mission.project);
    expect(project).toMatchObject({ releases: 2, latest: { status: "failed" }, current: { release: 1 } });
    expect(verified(world)).toMatchObject({ verdict: "VALID" });
  });

  it("stays if it is the first, and is still shown as deployed", async () => {
    const world = await promoted();
    await breakLive(world);
    await checkLive(world, MISSION);
    expect(await sealed(world, { outcome: "partial", error: NOT_LIVE })).toEqual({ phase: "DEPLOYED" });
    const project = await findProject(world, OWNER, (await missionOf(world)).project);
    expect(project).toMatchObject({ releases: 1, current: null, latest: { status: "failed" } });
    expect(verified(world)).toMatchObject({ verdict: "VALID" });
  });

  it("is replaced once, whichever moment the process dies at", async () => {
    for (let moment = 0; ; moment++) {
      const world = await promoted({ before: true });
      await breakLive(world);
      const pause = crashing(moment);
      world.pauseWith(pause);
      const first = await checkLive(world, MISSION).catch((error) => error);
      world.pauseWith(noPause);
      if (!(first instanceof Crash)) break;
      const again = await checkLive(world, MISSION);
      expect([moment, again]).toMatchObject([moment, { passed: false }]);
      expect([moment, (await missionOf(world)).restored]).toMatchObject([moment, { release: 1 }]);
      const live = await world.deployments.currentProduction((await missionOf(world)).project);
      expect(live?.id).toBe(LIVE_BEFORE);
    }
  });

  it("waits for a person where the policy requires one for a promotion", async () => {
    const world = await promoted({ before: true });
    const load = world.policies.load.bind(world.policies);
    world.policies.load = async (tenant, ref) => {
      const pinned = await load(tenant, ref);
      return { ...pinned, directives: { ...pinned.directives, "deploy.promote": "require_human" } };
    };
    await breakLive(world);
    expect(await checkLive(world, MISSION)).toEqual({ awaits: { directive: expect.stringMatching(/^d_/) } });
    expect(world.deployments.promoted).toEqual([]);
  });

  it("says so when the release before cannot be made live again", async () => {
    const world = await promoted({ before: true });
    await breakLive(world);
    world.deployments.promote = async () => {
      throw new GantryError("VercelRefused", "Vercel refused it: gone.");
    };
    for (let run = 0; run < 2; run++)
      expect(await checkLive(world, MISSION)).toMatchObject({
        passed: false,
        reason: expect.stringContaining("Release 1 could not be made live again: "),
      });
    expect((await missionOf(world)).restored).toBeUndefined();
  });
});
