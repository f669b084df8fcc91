import type { WithArchives } from "#core/factory/build/archives.ts";
import { type BuildResult, buildResultSchema } from "#core/factory/build/result.ts";
import { createOutputs } from "#core/factory/build/stored-outputs.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type TreeFile, treeEntries, treeSha256 } from "#core/kernel/tree.ts";

/** The supervisor's record of the passed build. Throws IllegalTransition when the last build did not pass. */
export async function greenResult({ artifacts }: WithArtifacts, mission: Mission): Promise<BuildResult> {
  if (mission.build?.verdict !== "passed" || !mission.build.result_sha256) {
    throw new GantryError(
      "IllegalTransition",
      "Only a build that passed its audit may be deployed or published.",
    );
  }
  return buildResultSchema.parse(
    await getJsonArtifact(artifacts, mission.tenant, mission.build.result_sha256),
  );
}

/** The output files of the passed build. Throws EnvironmentFailure unless they match the build record. */
export async function auditedOutput(
  { artifacts, archives }: WithArtifacts & WithArchives,
  { builder }: Policy,
  mission: Mission,
): Promise<TreeFile[]> {
  const { output } = await greenResult({ artifacts }, mission);
  const { attempt, retry } = mission.build as NonNullable<Mission["build"]>;
  if (!output) throw new GantryError("EnvironmentFailure", "The build's output is missing or damaged.");
  const { archive_sha256 } = output;
  const build = { tenant: mission.tenant, mission: mission.id, attempt, retry, archive_sha256 };
  const files = [...(await createOutputs({ artifacts, archives }).read(build, builder))];
  if (treeSha256(treeEntries(files)) !== output.sha256)
    throw new GantryError("EnvironmentFailure", "The build output differs from the audited tree.");
  return files;
}
