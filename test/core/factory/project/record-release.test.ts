import { describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import { findProject, findRelease, listProjects, listReleases } from "#core/factory/project/find.ts";
import { projectRef } from "#core/factory/project/project.ts";
import { recordRelease } from "#core/factory/project/record-release.ts";
import { publishPullRequest } from "#core/factory/steps/publish.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { MISSION, PLAN } from "#test/support/samples.ts";
import { missionWorld, runUntil, sealed } from "../steps/mission-run.ts";

const OTHER = { ...OWNER, tenant: "tn_other" };
const missionOf = (world: World) => findMission(world, OWNER, MISSION.mission_id);

async function released(world: World): Promise<string> {
  await runUntil(world, "seal");
  await sealed(world, { outcome: "succeeded" });
  return (await missionOf(world)).project;
}

describe("the end of a mission", () => {
  it("that is live creates its project with the first release, before it is shown as DEPLOYED", async () => {
    const world = await missionWorld();
    const id = await released(world);
    const mission = await missionOf(world);
    const project = await findProject(world, OWNER, id);
    expect(project).toMatchObject({ id, title: PLAN.title, stack: PLAN.stack, releases: 1 });
    expect(project.current).toEqual({
      release: 1,
      mission: mission.id,
      execution: mission.id,
      restores: null,
      status: "released",
      title: PLAN.title,
      plan_hash: mission.plan_hash,
      tree: mission.build?.source_git_tree,
      source: mission.manifest_sha256,
      specification_sha256: null,
      generated_base: null,
      output_sha256: mission.build?.output_sha256,
      build: "1.0",
      deployment: mission.deployment,
      url: mission.url,
      pull_request: mission.pr_url,
      promoted_at: mission.promoted?.at,
    });
    expect(await findRelease(world, project, 1)).toEqual(project.current);
  });

  it("records one release, however often the step is repeated", async () => {
    const world = await missionWorld();
    const id = await released(world);
    await recordRelease(world, await missionOf(world));
    await sealed(world, { outcome: "succeeded" });
    expect((await findProject(world, OWNER, id)).releases).toBe(1);
    expect(await world.ledger.signals(projectRef(MISSION.tenant, id), 0, 10)).toHaveLength(2);
  });

  it("records the release of an app that went live and was not published", async () => {
    const world = await missionWorld();
    await runUntil(world, "publish");
    await sealed(world, { outcome: "partial", error: { code: "GitHubRefused", message: "no" } });
    const { current } = await findProject(world, OWNER, (await missionOf(world)).project);
    expect(current).toMatchObject({ pull_request: null, deployment: expect.any(String) });
  });

  it("records what was published as a release if going live was not asked for", async () => {
    const world = await missionWorld({}, { ...PLAN, deploy: false });
    await runUntil(world, "preview");
    await publishPullRequest(world, MISSION);
    await sealed(world, { outcome: "succeeded" });
    const mission = await missionOf(world);
    expect((await findProject(world, OWNER, mission.project)).current).toMatchObject({
      deployment: null,
      url: null,
      pull_request: mission.pr_url,
      promoted_at: mission.ended_at,
    });
  });

  it.each(["build", "preview", "promote"])("creates no project before %s", async (step) => {
    const world = await missionWorld();
    await runUntil(world, step);
    await sealed(world, { outcome: "failed", error: { code: "CodeFailure", message: "no" } });
    expect((await listProjects(world, OWNER, { limit: 10 })).entries).toEqual([]);
  });
});

describe("projects", () => {
  it("are listed and read by their own tenant only", async () => {
    const world = await missionWorld();
    const id = await released(world);
    expect((await listProjects(world, OWNER, { limit: 10 })).entries).toMatchObject([{ id }]);
    expect((await listProjects(world, OTHER, { limit: 10 })).entries).toEqual([]);
    await expect(findProject(world, OTHER, id)).rejects.toMatchObject({ code: "NotFound" });
  });

  it("list their releases newest first, page by page", async () => {
    const world = await missionWorld();
    const id = await released(world);
    const mission = await missionOf(world);
    for (const number of [2, 3]) await recordRelease(world, { ...mission, id: `m_${number}` });
    const project = await findProject(world, OWNER, id);
    const first = await listReleases(world, project, { limit: 2 });
    expect(first.entries.map(({ release }) => release)).toEqual([3, 2]);
    const last = await listReleases(world, project, { limit: 2, cursor: first.next_cursor as string });
    expect(last).toMatchObject({ entries: [{ release: 1 }], next_cursor: null });
  });

  it("name the releases that exist when another is asked for", async () => {
    const world = await missionWorld();
    const project = await findProject(world, OWNER, await released(world));
    await expect(findRelease(world, project, 2)).rejects.toMatchObject({
      code: "NotFound",
      message: `${project.id} has no release 2; it has 1.`,
      field: "release",
    });
  });
});
