import { describe, expect, it } from "@jest/globals";
import { verifyPack } from "#core/evidence/verify.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { deleteProject } from "#core/factory/project/delete-project.ts";
import { findProject, findRelease, listProjects } from "#core/factory/project/find.ts";
import { type Project, projectRef, projects } from "#core/factory/project/project.ts";
import { recordRelease } from "#core/factory/project/record-release.ts";
import { rollBack } from "#core/factory/project/roll-back.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { evidencePath, getJsonArtifact } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { beginRun } from "#core/workflows/begin-run.ts";
import { PROJECT_DELETION } from "#core/workflows/built-in/project-deletion.ts";
import { PROJECT_ROLLBACK } from "#core/workflows/built-in/project-rollback.ts";
import { definitionSchema } from "#core/workflows/definition.ts";
import { type Run, runRef } from "#core/workflows/run.ts";
import { crashing, noPause } from "#test/support/memory-pause.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { runToEnd } from "../../workflows/whole-run.ts";
import { missionWorld, runUntil, sealed } from "../steps/mission-run.ts";

const NEWER = "dpl_newer";

/** A project with two releases, the second of which is live. */
async function releasedTwice(): Promise<{ world: World; id: string }> {
  const world = await missionWorld();
  await runUntil(world, "seal");
  await sealed(world, { outcome: "succeeded" });
  const mission = await findMission(world, OWNER, MISSION.mission_id);
  const promoted = { deployment: NEWER, at: "2026-11-22T00:00:00.000Z" };
  await recordRelease(world, { ...mission, id: "m_2", promoted });
  await world.deployments.promote({ id: "prj", name: mission.project }, NEWER);
  world.deployments.promoted.length = 0;
  return { world, id: mission.project };
}

async function begin(world: World, id: string, release?: number): Promise<Run> {
  return rollBack(world, OWNER, { id, release }, await pinPolicy(world, OWNER.tenant));
}

const about = ({ id }: Run) => ({ tenant: OWNER.tenant, execution_id: id });
const runOf = async (world: World, { id }: Run) =>
  (await world.ledger.load<Run>(runRef(OWNER.tenant, id))) as Run;
const projectOf = (world: World, id: string): Promise<Project> => findProject(world, OWNER, id);

function verdictOf(world: World, { id }: Run) {
  const zip = world.vault.all.get(evidencePath(OWNER.tenant, id)) as Uint8Array;
  return verifyPack(EVIDENCE_KINDS, { zip, execution: id, pinned_key: "key", checkSignature: () => true });
}

describe("a rollback", () => {
  it.each([PROJECT_ROLLBACK, PROJECT_DELETION])("and a deletion are valid definitions: $id", (definition) => {
    expect(definitionSchema.safeParse(definition).error).toBeUndefined();
  });

  it("makes the release before live again, as a new release with the same tree", async () => {
    const { world, id } = await releasedTwice();
    const first = await findRelease(world, await projectOf(world, id), 1);
    const run = await begin(world, id);
    expect(await projectOf(world, id)).toMatchObject({
      state: "working",
      work: { execution: run.id, kind: "rollback" },
    });
    expect((await runToEnd(world, undefined, about(run))).status).toBe("SUCCEEDED");
    expect(world.deployments.promoted).toEqual([first.deployment]);
    const project = await projectOf(world, id);
    expect(project).toMatchObject({ state: "active", work: null, releases: 3 });
    expect(project.current).toEqual({
      ...first,
      release: 3,
      execution: run.id,
      restores: 1,
      promoted_at: (await runOf(world, run)).ended_at,
    });
    expect(project.current?.tree).toBe(first.tree);
  });

  it("records the person's decision on exactly this release, with VALID evidence", async () => {
    const { world, id } = await releasedTwice();
    const run = await begin(world, id, 1);
    await runToEnd(world, undefined, about(run));
    const signals = await world.ledger.signals(runRef(OWNER.tenant, run.id), 0, 10);
    expect(signals.slice(0, 3).map(({ type }) => type)).toEqual([
      "gantry.execution.created",
      "gantry.gate.opened",
      "gantry.decision.recorded",
    ]);
    expect(signals[2]?.data).toMatchObject({ type: "APPROVE", actor: OWNER.principal, actor_kind: "human" });
    const shown = await getJsonArtifact(
      world.artifacts,
      OWNER.tenant,
      signals[2]?.data.snapshot_sha256 as string,
    );
    expect(shown).toMatchObject({ project: id, release: 1, replaces: 2 });
    expect(verdictOf(world, run)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it.each([
    ["a person, who did not approve it", { kind: "human", id: OWNER.principal }],
    ["the system", { kind: "system", id: "factory" }],
  ] as const)("has evidence that is INVALID if it was begun by %s", async (_, actor) => {
    const { world, id } = await releasedTwice();
    const run = await beginRun(world, {
      ...{ tenant: OWNER.tenant, id: "run_1", team: null, depth: 1, input: { project: id } },
      ...{ definition: PROJECT_DELETION, policy: await pinPolicy(world, OWNER.tenant), actor },
      trigger: { kind: "project", ref: id, context: {} },
    });
    expect((await runToEnd(world, undefined, about(run))).status).toBe("SUCCEEDED");
    expect(verdictOf(world, run)).toMatchObject({
      verdict: "INVALID",
      reasons: [{ code: "DECISION_WRONG" }],
    });
    expect(await projectOf(world, id)).toMatchObject({ state: "active", work: null });
  });

  it("goes back and forth by default: the release before is the one that was live before", async () => {
    const { world, id } = await releasedTwice();
    await runToEnd(world, undefined, about(await begin(world, id)));
    await runToEnd(world, undefined, about(await begin(world, id)));
    expect((await projectOf(world, id)).current).toMatchObject({
      release: 4,
      restores: 2,
      deployment: NEWER,
    });
  });

  it("deploys the stored output again when Vercel no longer has the deployment", async () => {
    const { world, id } = await releasedTwice();
    const { waitReady } = world.deployments;
    const gone = (await findRelease(world, await projectOf(world, id), 1)).deployment;
    world.deployments.waitReady = async (deployment, seconds) => {
      if (deployment === gone) throw new GantryError("VercelRefused", "Deployment not found.");
      return waitReady(deployment, seconds);
    };
    const before = world.deployments.made.size;
    await runToEnd(world, undefined, about(await begin(world, id)));
    expect(world.deployments.made.size).toBe(before + 1);
    const { current } = await projectOf(world, id);
    expect(current).toMatchObject({ release: 3, restores: 1 });
    expect(current?.deployment).not.toBe(gone);
  });

  it("puts back what was live when the live address does not show the earlier release", async () => {
    const { world, id } = await releasedTwice();
    const { current } = await projectOf(world, id);
    world.deployments.visits.set(current?.url as string, { status: 500, sha256: "0".repeat(64) });
    const run = await begin(world, id);
    await runToEnd(world, undefined, about(run));
    expect(world.deployments.promoted.at(-1)).toBe(NEWER);
    expect(await runOf(world, run)).toMatchObject({ outcome: "failed", error: { code: "NotLive" } });
    expect(await projectOf(world, id)).toMatchObject({
      state: "active",
      releases: 2,
      current: { release: 2 },
    });
    expect(verdictOf(world, run)).toMatchObject({ verdict: "VALID" });
  });

  it("makes one release whichever moment its functions die at", async () => {
    for (let moment = 0; ; moment++) {
      const { world, id } = await releasedTwice();
      const run = await begin(world, id);
      const crash = crashing(moment);
      world.pauseWith(crash);
      await runToEnd(world, undefined, about(run));
      world.pauseWith(noPause);
      const project = await projectOf(world, id);
      expect([moment, project.releases, project.state]).toEqual([moment, 3, "active"]);
      if (!crash.crashed()) break;
    }
  });
});

describe("a request for a rollback", () => {
  it.each([
    [2, "InvalidInput", "Release 2 is live already."],
    [3, "NotFound", "has no release 3; it has 2."],
    [0, "NotFound", "has no release 0; it has 2."],
  ])("to release %i is refused", async (release, code, message) => {
    const { world, id } = await releasedTwice();
    await expect(begin(world, id, release)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      field: "release",
    });
    expect((await projectOf(world, id)).state).toBe("active");
  });

  it("to a release that failed, or was never deployed, is refused", async () => {
    const { world, id } = await releasedTwice();
    const { release: _, ...facts } = await findRelease(world, await projectOf(world, id), 1);
    const failed = { ...facts, execution: "m_3", status: "failed" as const };
    const published = { ...facts, execution: "m_4", deployment: null };
    for (const data of [failed, published, { ...facts, execution: "m_5" }])
      await world.ledger.append(projects, projectRef(OWNER.tenant, id), () => ({
        drafts: [projectSignal("gantry.project.released", data)],
      }));
    await expect(begin(world, id, 3)).rejects.toMatchObject({ code: "InvalidInput" });
    await expect(begin(world, id, 4)).rejects.toMatchObject({ code: "InvalidInput" });
    expect((await begin(world, id)).input.release).toBe("2");
  });

  it("is refused while another execution changes the project, and names it", async () => {
    const { world, id } = await releasedTwice();
    const run = await begin(world, id);
    await expect(begin(world, id)).rejects.toMatchObject({
      code: "IllegalTransition",
      detail: { execution: run.id },
    });
  });

  it("is refused for the first release, which has none before it", async () => {
    const world = await missionWorld();
    await runUntil(world, "seal");
    await sealed(world, { outcome: "succeeded" });
    const { project } = await findMission(world, OWNER, MISSION.mission_id);
    await expect(begin(world, project)).rejects.toMatchObject({ code: "NotFound", field: "release" });
  });
});

describe("the deletion of a project", () => {
  it("takes it off the network and out of the list, and keeps its releases", async () => {
    const { world, id } = await releasedTwice();
    const run = await deleteProject(world, OWNER, id, await pinPolicy(world, OWNER.tenant));
    expect((await runToEnd(world, undefined, about(run))).status).toBe("SUCCEEDED");
    expect(world.deployments.removed).toEqual([id]);
    expect(await projectOf(world, id)).toMatchObject({ state: "deleted", work: null, releases: 2 });
    expect((await listProjects(world, OWNER, { limit: 10 })).entries).toEqual([]);
    await expect(begin(world, id)).rejects.toMatchObject({ code: "NotFound" });
    expect(verdictOf(world, run)).toMatchObject({ verdict: "VALID" });
  });

  it("leaves the project as it is when Vercel refuses", async () => {
    const { world, id } = await releasedTwice();
    world.deployments.removeProject = async () => {
      throw new GantryError("VercelRefused", "no");
    };
    const run = await deleteProject(world, OWNER, id, await pinPolicy(world, OWNER.tenant));
    await runToEnd(world, undefined, about(run));
    expect(await runOf(world, run)).toMatchObject({ outcome: "failed" });
    expect(await projectOf(world, id)).toMatchObject({ state: "active", work: null });
  });

  it("records no release of a mission that ends afterwards", async () => {
    const { world, id } = await releasedTwice();
    const run = await deleteProject(world, OWNER, id, await pinPolicy(world, OWNER.tenant));
    await runToEnd(world, undefined, about(run));
    await recordRelease(world, { ...(await findMission(world, OWNER, MISSION.mission_id)), id: "m_9" });
    expect((await projectOf(world, id)).releases).toBe(2);
  });
});
