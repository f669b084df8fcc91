import { claimProject } from "#core/factory/change/claim-project.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { readManifest } from "#core/factory/manifest/read-manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Committed, Plan, PlannedChange } from "#core/factory/plan/plan.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** The source of a release. */
export interface ReleasedSource {
  /** The plan of the released app. */
  readonly plan: Plan;
  /** The released source, with what was committed to its repository since. */
  readonly source: Manifest;
  /** The source as it was generated, before any repair; null if a model wrote it. */
  readonly base: Manifest | null;
}

/** What a change starts from. */
export interface ChangeStart extends ReleasedSource {
  readonly change: PlannedChange;
}

/** Claims the project of a change and loads what it starts from. Throws as {@link claimProject} does. */
export async function startChange(
  services: WithLedger & WithArtifacts,
  mission: Pick<Mission, "tenant" | "id">,
  change: PlannedChange,
): Promise<ChangeStart> {
  const release = await claimProject(services, mission, change);
  const first = await services.ledger.load<Mission>(missionRef(mission.tenant, release.mission));
  if (!first)
    throw new GantryError("Internal", `Release ${release.release} of ${change.project} has no mission.`);
  return {
    change,
    ...(await loadRelease(services, mission.tenant, {
      release,
      plan: first.plan,
      repository: change.repository,
    })),
  };
}

/** Loads the source of a release. */
export async function loadRelease(
  services: WithArtifacts,
  tenant: string,
  {
    release,
    plan,
    repository,
  }: Pick<ReleasedApp, "release" | "plan"> & { readonly repository?: Committed | undefined },
): Promise<ReleasedSource> {
  return {
    plan,
    source: await readManifest(services, tenant, repository?.source ?? release.source),
    base:
      release.generated_base === null ? null : await readManifest(services, tenant, release.generated_base),
  };
}
