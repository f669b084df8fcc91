import { draftLimits } from "#core/factory/build/limits.ts";
import { fileDifferences } from "#core/factory/change/file-differences.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import { readFiles } from "#core/factory/change/repository/read-files.ts";
import type { WithRepositoryReader } from "#core/factory/change/repository/reader.ts";
import { readManifest } from "#core/factory/manifest/read-manifest.ts";
import { missionBranch } from "#core/factory/mission/mission-branch.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/**
 * The app with what people have committed to its repository since its release, stored as the source from which a change
 * starts. The app as it is if nothing was committed, if it was never published, and after a rollback, because the
 * repository still has what was rolled back. Throws as the reader does, and UnsupportedRequest for files that cannot be
 * part of an app.
 */
export async function takeInCommits(
  { repositories, artifacts, policy }: WithRepositoryReader & WithArtifacts & WithPolicy,
  tenant: string,
  app: ReleasedApp,
): Promise<ReleasedApp> {
  const { project: name, release } = app;
  if (release.pull_request === null || release.restores !== null) return app;
  const head = await repositories.findHead({ name, branch: missionBranch(release.mission) });
  if (!head || head.tree === release.tree) return app;
  const released = await readManifest({ artifacts }, tenant, release.source);
  const limits = draftLimits(policy.builder);
  const files = await readFiles({ repositories, name, head, known: released.files, limits });
  const source = await putArtifact(artifacts, tenant, canonicalJson({ ...released, files }));
  const { branch, commit } = head;
  return {
    ...app,
    repository: { branch, commit, source, files: fileDifferences(released.files, files) },
  };
}
