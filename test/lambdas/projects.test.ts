import { beforeAll, describe, expect, it } from "@jest/globals";
import { findMission } from "#core/factory/mission/find.ts";
import { personOf } from "#test/support/callers.ts";
import { memoryWorld, OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { addProject } from "#test/support/projects.ts";
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

describe("POST /gantry/projects/{id}/rollback", () => {
  const rollback = (world: World, body: object, caller = OWNER, headers = {}) =>
    client(world)("POST", "/gantry/projects/app/rollback", { body, caller, headers });

  async function twice(): Promise<World> {
    const world = memoryWorld();
    await addProject(world, "app", 2);
    return world;
  }

  it("accepts a release, and shows the project as working", async () => {
    const world = await twice();
    const { status, json } = await rollback(world, { release: 1 });
    expect([status, json]).toEqual([202, { instance_id: expect.stringMatching(/^run_/), state: "CREATED" }]);
    const shown = (await client(world)("GET", "/gantry/projects/app")).json;
    expect(shown).toMatchObject({
      state: "working",
      work: { instance_id: json.instance_id, kind: "rollback" },
    });
  });

  it.each([
    [{ release: 2 }, 400, "InvalidInput", "release"],
    [{ release: 9 }, 404, "NotFound", "release"],
    [{ release: 0 }, 400, "InvalidInput", "release"],
    [{ release: "1" }, 400, "InvalidInput", "release"],
    [{ relaese: 1 }, 400, "InvalidInput", "relaese"],
  ])("refuses %j", async (body, status, code, field) => {
    const world = await twice();
    const { json } = await rollback(world, body);
    expect(json).toMatchObject({ status, code, field });
    expect((await client(world)("GET", "/gantry/projects/app")).json.state).toBe("active");
  });

  it("refuses a second one at the same time, and people of other tenants and viewers", async () => {
    const world = await twice();
    expect((await rollback(world, {}, STRANGER)).json).toMatchObject({ status: 404, code: "NotFound" });
    expect((await rollback(world, {}, personOf({ membership: "viewer" }))).status).toBe(403);
    await rollback(world, {});
    expect((await rollback(world, {})).json).toMatchObject({ status: 409, code: "IllegalTransition" });
  });

  it("has one effect for each Idempotency-Key", async () => {
    const world = await twice();
    const headers = { "idempotency-key": "once" };
    const [first, second] = [
      await rollback(world, {}, OWNER, headers),
      await rollback(world, {}, OWNER, headers),
    ];
    expect(second.json).toEqual(first.json);
  });

  it("cannot be started with other arguments as a workflow", async () => {
    const world = await twice();
    for (const workflow of ["project.rollback", "project.deletion"]) {
      const body = { workflow, trigger: { kind: "person", ref: "x" }, input: { project: "app" } };
      expect((await client(world)("POST", "/gantry/instances", { body })).status).toBe(404);
    }
  });
});

describe("DELETE /gantry/projects/{id}", () => {
  it("starts the deletion for an admin, and nobody else", async () => {
    const world = memoryWorld();
    await addProject(world, "app", 1);
    const ask = client(world);
    expect(
      (await ask("DELETE", "/gantry/projects/app", { caller: personOf({ membership: "member" }) })).status,
    ).toBe(403);
    const { status, json } = await ask("DELETE", "/gantry/projects/app");
    expect([status, json.state]).toEqual([202, "CREATED"]);
    expect((await ask("GET", "/gantry/projects/app")).json).toMatchObject({ work: { kind: "deletion" } });
    expect((await ask("DELETE", "/gantry/projects/none")).json).toMatchObject({ status: 404, field: "id" });
  });
});
