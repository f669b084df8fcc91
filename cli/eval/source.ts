import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import { openPack } from "#core/evidence/pack.ts";
import { MANIFEST_FILE } from "#core/factory/evidence/files.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";

/** The source files of a mission, by its evidence. */
export async function sourceOf({ api }: Context, mission_id: string): Promise<Manifest["files"]> {
  const manifest = openPack(await api.evidence(mission_id)).get(MANIFEST_FILE);
  if (!manifest) throw new CliError(`The evidence of the mission ${mission_id} has no ${MANIFEST_FILE}.`);
  return manifestSchema.parse(JSON.parse(new TextDecoder().decode(manifest))).files;
}
