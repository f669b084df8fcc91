import type { WithVault } from "#core/evidence/vault.ts";
import { type Download, LINK_SECONDS, MAX_RESPONSE_BYTES } from "#core/factory/mission/download.ts";
import type { Caller } from "#core/identity/caller.ts";
import { evidencePath } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { findInstance } from "#core/workflows/instances.ts";

type Services = WithLedger & WithVault;

/** A sealed pack. */
export interface Evidence {
  readonly filename: string;
  readonly contentType: string;
  readonly seal_sha256: string;
  readonly pack: Download;
}

/** The sealed pack of an execution; a URL if it is large. Throws NotFound for unknown and for unsealed executions. */
export async function readEvidence(
  services: Services,
  caller: Pick<Caller, "tenant">,
  id: string,
): Promise<Evidence> {
  const { id: execution, evidence } = await findInstance(services, caller, id);
  const as = { filename: `${execution}.zip`, contentType: "application/zip" };
  const pack = evidence && (await readOrLink(services, evidencePath(caller.tenant, execution), as));
  if (!pack)
    throw new GantryError("NotFound", "The evidence is sealed when the execution ends.", { field: "id" });
  return { ...as, seal_sha256: evidence.seal_sha256, pack };
}

async function readOrLink(
  { vault }: Services,
  key: string,
  as: Pick<Evidence, "filename" | "contentType">,
): Promise<Download | undefined> {
  try {
    const bytes = await vault.read(key, MAX_RESPONSE_BYTES);
    return bytes && { bytes };
  } catch (error) {
    if (!(error instanceof GantryError) || error.code !== "TooLarge") throw error;
    return { url: await vault.presignGet(key, LINK_SECONDS, as) };
  }
}
