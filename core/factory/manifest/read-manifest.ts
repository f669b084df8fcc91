import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";

/** The draft, or the source of a release, that is stored under this digest. Throws Internal when it is missing. */
export async function readManifest(
  { artifacts }: WithArtifacts,
  tenant: string,
  sha256: string,
): Promise<Manifest> {
  return manifestSchema.parse(await getJsonArtifact(artifacts, tenant, sha256));
}
