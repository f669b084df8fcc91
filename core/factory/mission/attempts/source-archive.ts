import { readManifest } from "#core/factory/manifest/read-manifest.ts";
import { attemptNumbered, recordedAttempts } from "#core/factory/mission/attempts/read-attempts.ts";
import { type Download, LINK_SECONDS, MAX_RESPONSE_BYTES } from "#core/factory/mission/download.ts";
import type { Caller } from "#core/identity/caller.ts";
import { zipFiles } from "#core/kernel/archive/zip.ts";
import { artifactPath, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { fileBytes } from "#core/kernel/files.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** The source of an attempt as a ZIP archive. */
export interface SourceArchive {
  readonly filename: string;
  readonly archive: Download;
}

/**
 * The source of an attempt, the newest without a number, in a folder with the name of the project. The same source gives
 * the same bytes. Throws NotFound.
 */
export async function readSourceArchive(
  services: WithLedger & WithArtifacts,
  caller: Caller,
  id: string,
  number: number | undefined,
): Promise<SourceArchive> {
  const recorded = await recordedAttempts(services, caller, id);
  const { attempt, manifest_sha256 } = attemptNumbered(recorded, number);
  const { artifacts } = services;
  const { files } = await readManifest(services, caller.tenant, manifest_sha256);
  const { project } = recorded.mission;
  const bytes = zipFiles(new Map(files.map((file) => [`${project}/${file.path}`, fileBytes(file)])));
  const filename = `${project}-${attempt}.zip`;
  if (bytes.length <= MAX_RESPONSE_BYTES) return { filename, archive: { bytes } };
  const sha256 = await putArtifact(artifacts, caller.tenant, bytes, "application/zip");
  return {
    filename,
    archive: { url: await artifacts.presignGet(artifactPath(caller.tenant, sha256), LINK_SECONDS) },
  };
}
