import { SEAL_FILE } from "#core/evidence/files.ts";
import { MAX_PACK_BYTES, openPack } from "#core/evidence/pack.ts";
import type { SealedChain } from "#core/evidence/statement.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import type { Seal } from "#core/governance/execution/execution.ts";
import { evidencePath } from "#core/kernel/artifacts.ts";
import { fromBase64 } from "#core/kernel/base64.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** A pack with the statement of its seal. */
interface Pack {
  readonly zip: Uint8Array;
  readonly statement: { readonly predicate: { readonly events: SealedChain } };
  readonly seal_sha256: string;
}

/**
 * Writes the pack of an execution under Object Lock and reads it back. A pack that was sealed before is kept, whatever
 * has happened since; `read` parses its statement. Throws EvidenceConflict when other content is sealed at its key.
 */
export async function sealPack(
  { vault }: WithVault,
  { tenant, id }: { readonly tenant: string; readonly id: string },
  { make, read }: { make(): Promise<Pack>; read(statement: unknown): Pack["statement"] },
): Promise<Seal> {
  const key = evidencePath(tenant, id);
  const sealed = await vault.read(key, MAX_PACK_BYTES);
  const pack = sealed ? readPack(sealed, read) : await make();
  const { version_id } = await vault.seal(key, pack.zip, "application/zip");
  const { size, root } = pack.statement.predicate.events;
  return { tree_size: size, root, seal_sha256: pack.seal_sha256, version_id, key };
}

function readPack(zip: Uint8Array, read: (statement: unknown) => Pack["statement"]): Pack {
  const seal = openPack(zip).get(SEAL_FILE);
  if (!seal)
    throw new GantryError(
      "EvidenceConflict",
      "The object that is sealed for this execution is not an evidence pack.",
    );
  const { payload } = JSON.parse(new TextDecoder().decode(seal)) as { payload: string };
  const statement = read(JSON.parse(new TextDecoder().decode(fromBase64(payload))));
  return { zip, statement, seal_sha256: sha256Hex(seal) };
}
