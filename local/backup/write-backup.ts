import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createZstdCompress } from "node:zlib";
import { type ArchiveSource, tarBlocks } from "#core/archive/tar-stream.ts";
import { versionOf } from "#local/home/open-home.ts";
import { productVersion } from "#local/version.ts";
import { listData } from "./contents.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";

/** A backup of the data in a folder that does not change meanwhile: tar, compressed with zstd, its manifest at the end. */
export function writeBackup(folder: string, now: Date): Readable {
  // The stream that is returned fails with the errors of those before it.
  return pipeline(Readable.from(tarBlocks(sources(folder, now))), createZstdCompress(), () => undefined);
}

function* sources(folder: string, now: Date): Generator<ArchiveSource> {
  const files = new Map<string, { size: number; sha256: string }>();
  for (const path of listData(folder)) {
    const bytes = readFileSync(join(folder, path));
    files.set(path, { size: bytes.length, sha256: sha256Hex(bytes) });
    yield source(path, bytes);
  }
  const manifest: Manifest = {
    format: 1,
    gantry: productVersion(),
    home_version: versionOf(folder) ?? 1,
    created_at: now.toISOString(),
    files: Object.fromEntries(files),
  };
  yield source(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
}

function source(path: string, bytes: Buffer): ArchiveSource {
  return { path, size: bytes.length, executable: false, read: () => bytes };
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
