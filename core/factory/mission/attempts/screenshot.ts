import { recordedAttempts } from "#core/factory/mission/attempts/read-attempts.ts";
import type { Caller } from "#core/identity/caller.ts";
import { getArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { MAX_IMAGE_BYTES } from "#core/model/image-limits.ts";

/** A picture (PNG) that a mission's acceptances took, by its digest. Throws NotFound for any other digest. */
export async function readScreenshot(
  services: WithLedger & WithArtifacts,
  caller: Pick<Caller, "tenant">,
  id: string,
  sha256: string,
): Promise<Uint8Array> {
  const { attempts } = await recordedAttempts(services, caller, id);
  const taken = attempts.flatMap(({ acceptance }) => acceptance?.screenshots ?? []);
  if (!taken.some((picture) => picture.sha256 === sha256))
    throw new GantryError("NotFound", "The mission has no screenshot with this digest.", { field: "sha256" });
  return getArtifact(services.artifacts, caller.tenant, sha256, MAX_IMAGE_BYTES);
}
