import type { Mission } from "#core/factory/mission/mission.ts";
import { projectRef, projects } from "#core/factory/project/project.ts";
import { type ProjectFacts, projectSignal } from "#core/factory/project/signals.ts";
import { endWork } from "#core/factory/project/work.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/**
 * Records the release that an ended mission has made, and that it no longer works on its project; the first release
 * creates the project. Idempotent: a mission has one release at most.
 */
export async function recordRelease({ ledger }: WithLedger, mission: Mission): Promise<void> {
  const facts = releaseOf(mission);
  const { tenant, project: id, plan, requester } = mission;
  if (!facts) return endWork({ ledger }, projectRef(tenant, id), mission.id);
  const released = projectSignal("gantry.project.released", facts, { dedupe: releaseDedupe(mission.id) });
  const { title, stack } = plan;
  const created = projectSignal("gantry.project.created", { title, stack, requester, mission: mission.id });
  await ledger.append(projects, projectRef(tenant, id), (project) =>
    project?.state === "deleted" ? null : { drafts: project ? [released] : [created, released] },
  );
}

/** The key by which an execution makes one release at most. */
export const releaseDedupe = (execution: string): string => `release:${execution}`;

/**
 * What a mission has released: the deployment that it promoted or, if going live was not asked for, the source that it
 * published. Undefined when it did neither.
 */
function releaseOf(mission: Mission): ProjectFacts["gantry.project.released"] | undefined {
  const { plan, build, promoted, pr_url, manifest_sha256, ended_at, live_check } = mission;
  const at = plan.deploy ? promoted?.at : pr_url === null ? undefined : ended_at;
  if (!at || !manifest_sha256 || !build?.source_git_tree || !build.output_sha256) return undefined;
  return {
    mission: mission.id,
    execution: mission.id,
    restores: null,
    status: live_check?.passed === false ? "failed" : "released",
    title: plan.title,
    plan_hash: mission.plan_hash,
    tree: build.source_git_tree,
    source: manifest_sha256,
    specification_sha256: plan.specification ? canonicalHash(plan.specification) : null,
    generated_base: mission.generated_sha256 ?? null,
    output_sha256: build.output_sha256,
    build: `${build.attempt}.${build.retry}`,
    deployment: promoted?.deployment ?? null,
    url: mission.url,
    pull_request: pr_url,
    promoted_at: at,
  };
}
