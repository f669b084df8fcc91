import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { readArchive } from "#adapters/files/archive.ts";
import type { BuildJob } from "#core/factory/build/job.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { TreeFile } from "#core/kernel/tree.ts";
import { makeScratch } from "./scratch.ts";
import { downloadParts } from "./transfer.ts";

const MEGABYTE = 1024 * 1024;
const MANIFEST = "node_modules/.package-lock.json";

type Layer = NonNullable<BuildJob["layer"]>;

/**
 * Downloads the dependency layer, checks its digest before using it, and writes its files one by one. Returns npm's
 * list of installed packages from the layer. Throws EnvironmentFailure, because the app did not create the layer.
 */
export async function unpackLayer(
  layer: Layer,
  limits: BuildLimits,
  write: (file: TreeFile) => void,
  cancelled: AbortSignal,
): Promise<Uint8Array | undefined> {
  const folder = makeScratch();
  try {
    const archive = join(folder, "layer.tar.zst");
    await fetchChecked(layer, archive, cancelled);
    const allowed = {
      files: limits.workspace_inodes,
      bytes: limits.workspace_mb * MEGABYTE,
      file_bytes: limits.file_mb * MEGABYTE,
    };
    let manifest: Uint8Array | undefined;
    for await (const file of readArchive(createReadStream(archive), allowed)) {
      if (!file.path.startsWith("node_modules/"))
        throw new TypeError(`'${file.path}' is outside node_modules`);
      if (file.path === MANIFEST) manifest = file.bytes;
      write(file);
    }
    return manifest;
  } catch (error) {
    if (error instanceof GantryError) throw error;
    const why = error instanceof Error ? error.message : "unknown";
    throw new GantryError("EnvironmentFailure", `The dependency layer cannot be unpacked: ${why}.`, {
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchChecked(layer: Layer, path: string, cancelled: AbortSignal): Promise<void> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const part of downloadParts(layer.url, layer.size, cancelled)) {
      hash.update(part);
      size += part.length;
      await file.write(part);
    }
  } finally {
    await file.close();
  }
  if (size !== layer.size || hash.digest("hex") !== layer.sha256)
    throw new GantryError(
      "EnvironmentFailure",
      "The dependency layer does not have the digest or size that the job states.",
    );
}
