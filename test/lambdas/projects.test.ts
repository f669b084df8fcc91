import { beforeAll, describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import { OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { missionWorld, runUntil, sealed } from "../core/factory/steps/mission-run.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);

async function releasedWorld(): Promise<{ world: World; id: string }> {
  const world = await missionWorld();
  await runUntil(world, "seal");
  await sealed(world, { outcome: "succeeded" });
  return { world, id: (await findMission(world, OWNER, MISSION.mission_id)).project };
}

describe("GET /gantry/projects", () => {
  it("lists the tenant's projects, which are then read one by one", async () => {
    const { world, id } = await releasedWorld();
    const { json } = await client(world)("GET", "/gantry/projects");
    expect(json).toMatchObject({
      projects: [{ project_id: id, releases: 1, current: 1 }],
      next_cursor: null,
    });
    expect((await client(world)("GET", `/gantry/projects/${id}`)).json).toEqual(json.projects[0]);
  });

  it("shows nothing of another tenant", async () => {
    const { world, id } = await releasedWorld();
    const ask = client(world);
    expect((await ask("GET", "/gantry/projects", { caller: STRANGER })).json.projects).toEqual([]);
    for (const path of ["", "/releases"])
      expect((await ask("GET", `/gantry/projects/${id}${path}`, { caller: STRANGER })).json).toMatchObject({
        status: 404,
        code: "NotFound",
        field: "id",
      });
  });
});

describe("GET /gantry/projects/{id}/releases", () => {
  it("returns each release with the seal over its evidence", async () => {
    const { world, id } = await releasedWorld();
    const mission = await findMission(world, OWNER, MISSION.mission_id);
    const { json } = await client(world)("GET", `/gantry/projects/${id}/releases`);
    expect(json).toMatchObject({
      project_id: id,
      releases: [
        {
          release: 1,
          mission_id: mission.id,
          execution_id: mission.id,
          tree: mission.build?.source_git_tree,
          evidence_sha256: mission.evidence?.seal_sha256,
        },
      ],
      next_cursor: null,
    });
  });

  it("refuses a cursor of another project's list", async () => {
    const { world, id } = await releasedWorld();
    expect((await client(world)("GET", `/gantry/projects/${id}/releases?cursor=AAAA`)).json).toMatchObject({
      status: 400,
      field: "cursor",
    });
  });
});
