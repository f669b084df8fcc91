import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import type { ChangeResult } from "#cli/eval/result.ts";
import type { ShownPlan } from "#cli/service/replies.ts";
import { openPack } from "#core/evidence/pack.ts";
import { fileDifferences } from "#core/factory/change/file-differences.ts";
import { MANIFEST_FILE } from "#core/factory/evidence/files.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { FileDifferences } from "#core/factory/plan/plan.ts";

/** How the source of one mission differs from that of an earlier one, by their evidence, and from what was planned. */
export async function changedFiles(
  context: Context,
  before: string,
  after: string,
  plan: ShownPlan | null,
): Promise<NonNullable<ChangeResult["files"]>> {
  const planned = plan?.change?.files;
  const was = await sourceOf(context, before);
  const touched = pathsOf(fileDifferences(was, await sourceOf(context, after)));
  const listed = planned && new Set(pathsOf(planned));
  return {
    touched: touched.length,
    of: was.length,
    unplanned: listed ? touched.filter((path) => !listed.has(path)) : null,
  };
}

const pathsOf = ({ added, changed, deleted }: FileDifferences) => [...added, ...changed, ...deleted];

async function sourceOf({ api }: Context, mission_id: string): Promise<Manifest["files"]> {
  const manifest = openPack(await api.evidence(mission_id)).get(MANIFEST_FILE);
  if (!manifest) throw new CliError(`The evidence of the mission ${mission_id} has no ${MANIFEST_FILE}.`);
  return manifestSchema.parse(JSON.parse(new TextDecoder().decode(manifest))).files;
}
