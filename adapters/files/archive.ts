import { pipeline, Readable } from "node:stream";
import { createZstdCompress, createZstdDecompress, zstdDecompressSync } from "node:zlib";
import { BLOCK } from "#core/kernel/archive/tar.ts";
import { type ArchiveSource, readTar, tarBlocks } from "#core/kernel/archive/tar-stream.ts";
import type { FileLimits } from "#core/kernel/files.ts";
import type { TreeFile } from "#core/kernel/tree.ts";

/** Packs files as tar with zstd. Deterministic: files are sorted, mtime and uid are 0. */
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

/** Like {@link packArchive}, as a stream, for files that do not fit into memory together. */
export function packStream(sources: readonly ArchiveSource[]): Readable {
  const sorted = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  return pipeline(Readable.from(tarBlocks(sorted)), createZstdCompress(), passedOn);
}

/** Unpacks an archive into memory. Throws TypeError for an unsafe entry or an archive that exceeds the limits. */
export async function unpackArchive(bytes: Uint8Array, limits: FileLimits): Promise<TreeFile[]> {
  // Headers and padding add to the size of the files.
  const maxOutputLength = limits.bytes + (limits.files + 1) * 4 * BLOCK;
  const tar = zstdDecompressSync(bytes, { maxOutputLength });
  const files: TreeFile[] = [];
  for await (const file of readTar([tar], limits)) files.push(file);
  return files;
}

/** Unpacks an archive file by file, with one file in memory at a time. Throws like {@link unpackArchive}. */
export async function* readArchive(
  source: AsyncIterable<Uint8Array>,
  limits: FileLimits,
): AsyncGenerator<TreeFile> {
  yield* readTar(pipeline(Readable.from(source), createZstdDecompress(), passedOn), limits);
}

/** Empty callback: errors of earlier streams also destroy the last one, where the reader gets them. */
const passedOn = () => undefined;
