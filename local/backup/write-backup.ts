import { createHash, type Hash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createZstdCompress } from "node:zlib";
import { type ArchiveSource, tarBlocks } from "#core/kernel/archive/tar-stream.ts";
import { versionOf } from "#local/home/open-home.ts";
import { productVersion } from "#local/version.ts";
import { listData } from "./contents.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";

/**
 * Returns a backup of the data in a folder, as a stream: a tar archive with the manifest at its end,
 * compressed with zstd. The folder must not change while the stream is read.
 */
export function writeBackup(folder: string, now: Date): Readable {
  // The returned stream fails with the errors of the streams before it.
  return pipeline(Readable.from(tarBlocks(sources(folder, now))), createZstdCompress(), () => undefined);
}

function* sources(folder: string, now: Date): Generator<ArchiveSource> {
  const files = new Map<string, { size: number; sha256: string }>();
  for (const path of listData(folder)) {
    const { size } = statSync(join(folder, path));
    const hash = createHash("sha256");
    yield { path, size, executable: false, read: () => hashed(createReadStream(join(folder, path)), hash) };
    files.set(path, { size, sha256: hash.digest("hex") });
  }
  const manifest: Manifest = {
    format: 1,
    gantry: productVersion(),
    home_version: versionOf(folder) ?? 1,
    created_at: now.toISOString(),
    files: Object.fromEntries(files),
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  yield { path: MANIFEST, size: bytes.length, executable: false, read: () => bytes };
}

/** Passes the chunks on and adds them to the hash, which is complete when all have been read. */
export async function* hashed(content: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}
