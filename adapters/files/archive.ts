import { pipeline, Readable } from "node:stream";
import { createZstdCompress, createZstdDecompress, zstdDecompressSync } from "node:zlib";
import { BLOCK } from "#core/kernel/archive/tar.ts";
import { type ArchiveSource, readTar, tarBlocks } from "#core/kernel/archive/tar-stream.ts";
import type { FileLimits } from "#core/kernel/files.ts";
import type { TreeFile } from "#core/kernel/tree.ts";

/** Packs files as tar + zstd. The same files give the same bytes: sorted, mtime 0, uid 0. */
export async function packArchive(files: readonly TreeFile[]): Promise<Uint8Array> {
  const sources = files.map(({ path, bytes, mode }) => ({
    path,
    size: bytes.length,
    executable: mode === "100755",
    read: () => bytes,
  }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of packStream(sources)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** As packArchive, for files that need not be in memory at the same time. */
export function packStream(sources: readonly ArchiveSource[]): Readable {
  const sorted = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  return pipeline(Readable.from(tarBlocks(sorted)), createZstdCompress(), passedOn);
}

/** Unpacks an archive into memory. Throws TypeError on an unsafe entry or when it is larger than the limits. */
export async function unpackArchive(bytes: Uint8Array, limits: FileLimits): Promise<TreeFile[]> {
  // Headers and padding come on top of the files' own bytes.
  const maxOutputLength = limits.bytes + (limits.files + 1) * 4 * BLOCK;
  const tar = zstdDecompressSync(bytes, { maxOutputLength });
  const files: TreeFile[] = [];
  for await (const file of readTar([tar], limits)) files.push(file);
  return files;
}

/** Unpacks an archive file by file: only one of them is in memory at a time. Faults as unpackArchive. */
export async function* readArchive(
  source: AsyncIterable<Uint8Array>,
  limits: FileLimits,
): AsyncGenerator<TreeFile> {
  yield* readTar(pipeline(Readable.from(source), createZstdDecompress(), passedOn), limits);
}

/** The stream that is read fails with every error of those before it. */
const passedOn = () => undefined;
