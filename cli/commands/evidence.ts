import { writeFile } from "node:fs/promises";
import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import { pinKey, pinnedKeyPath } from "#cli/evidence/pinned-key.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { keyId, openPack } from "#core/evidence/pack.ts";
import { fileError } from "#core/kernel/file-error.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

export async function run(
  context: Context,
  { output, json }: { readonly output?: string; readonly json?: boolean },
  [word = ""]: readonly string[],
): Promise<number> {
  const { api, config, out } = context;
  const id = await findMissionId(api, word);
  const zip = await api.evidence(id);
  const file = output ?? `${id}.zip`;
  await writeFile(file, zip).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${fileError(file, "written", error)}.`);
  });
  const pem = await api.evidenceKey();
  const key = pinKey(config, pem);
  if (json) out.json({ file, bytes: zip.length, sha256: sha256Hex(zip), key_id: keyId(pem), key });
  else show(context, file, zip, key);
  if (key === "differs") warnOfOtherKey(context, pem);
  out.line(text`Check it offline: ${config.program} verify ${file} --mission ${id}`);
  return key === "differs" ? 1 : 0;
}

function show({ out, config }: Context, file: string, zip: Uint8Array, key: ReturnType<typeof pinKey>): void {
  out.line(text`${file}: ${zip.length} bytes, ${openPack(zip).size} files, SHA-256 ${sha256Hex(zip)}`);
  if (key === "pinned") out.line(text`The evidence key is now pinned: ${pinnedKeyPath(config)}`);
}

function warnOfOtherKey({ out, config }: Context, pem: string): void {
  out.warn("WARNING: the service's evidence key DIFFERS from the pinned one.");
  out.warn(text`WARNING: the pinned key is ${pinnedKeyPath(config)}; the service's key is ${keyId(pem)}.`);
  out.warn(
    "WARNING: unless this is expected (a new installation or a new key), do not trust the service's key or its evidence.",
  );
}
