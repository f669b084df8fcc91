import { evidencePath } from "#core/artifacts.ts";
import type { Caller } from "#core/caller.ts";
import { GantryError } from "#core/errors.ts";
import { MAX_PACK_BYTES } from "#core/evidence/pack.ts";
import type { Factory } from "#core/factory.ts";
import { findMission } from "#core/mission/find.ts";
import type { Mission } from "#core/mission/mission.ts";

/** The sealed pack as the bytes that were sealed. Throws NotFound until the mission has ended. */
export async function readEvidence(
  factory: Pick<Factory, "ledger" | "vault">,
  caller: Caller,
  id: string,
): Promise<{ mission: Mission; seal_sha256: string; zip: Uint8Array }> {
  const mission = await findMission(factory, caller, id);
  const zip =
    mission.evidence && (await factory.vault.read(evidencePath(caller.tenant, mission.id), MAX_PACK_BYTES));
  if (!mission.evidence || !zip)
    throw new GantryError("NotFound", "The evidence is sealed when the mission ends.", { field: "id" });
  return { mission, seal_sha256: mission.evidence.seal_sha256, zip };
}
