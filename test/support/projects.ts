import { projectRef, projects } from "#core/factory/project/project.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";

/** A release as a mission records it; `dpl_r<n>` is its deployment. */
const releasedBy = (mission: string, number: number) =>
  projectSignal("gantry.project.released", {
    mission,
    execution: mission,
    restores: null,
    status: "released",
    title: "Task Manager",
    plan_hash: "a".repeat(64),
    tree: String(number).repeat(40),
    source: "b".repeat(64),
    specification_sha256: null,
    generated_base: null,
    output_sha256: "c".repeat(64),
    build: "1.0",
    deployment: `dpl_r${number}`,
    url: "https://app.test",
    pull_request: null,
    promoted_at: "2026-11-20T00:00:00.000Z",
  });

/** Adds a project with this number of releases, the last of which is live. */
export async function addProject(world: World, id: string, releases: number): Promise<void> {
  const created = { title: "Task Manager", stack: "static", requester: OWNER.principal, mission: "m_0" };
  const numbers = Array.from({ length: releases }, (_, index) => index + 1);
  await world.ledger.append(projects, projectRef(OWNER.tenant, id), () => ({
    drafts: [
      projectSignal("gantry.project.created", created),
      ...numbers.map((number) => releasedBy(`m_0${number}`, number)),
    ],
  }));
  await world.deployments.promote({ id: `prj_${id}`, name: id }, `dpl_r${releases}`);
  world.deployments.promoted.length = 0;
}
