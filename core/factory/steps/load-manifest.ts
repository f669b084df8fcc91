import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { readManifest } from "#core/factory/manifest/read-manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** The draft of a mission. Throws Internal when there is none yet. */
export async function loadManifest(services: WithArtifacts, mission: Mission): Promise<Manifest> {
  if (!mission.manifest_sha256) throw new GantryError("Internal", "The mission has no draft yet.");
  return readManifest(services, mission.tenant, mission.manifest_sha256);
}
