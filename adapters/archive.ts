import { Readable } from "node:stream";
import { createZstdCompress, createZstdDecompress, zstdDecompressSync } from "node:zlib";
import { archivePathFault } from "#core/archive/archive-path.ts";
import { BLOCK, decodeHeader, encodeHeader, padding, paxPath } from "#core/archive/tar.ts";
import type { FileLimits } from "#core/files.ts";
import type { TreeFile } from "#core/tree.ts";

/** One file to pack: its size is known, its bytes are read when their turn comes. */
export interface ArchiveSource {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
  read(): Promise<Uint8Array> | Uint8Array;
}

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
  return Readable.from(tarBlocks(sorted)).compose(createZstdCompress());
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
  yield* readTar(Readable.from(source).compose(createZstdDecompress()), limits);
}

async function* tarBlocks(sources: readonly ArchiveSource[]): AsyncGenerator<Uint8Array> {
  for (const source of sources) {
    const why = archivePathFault(source.path);
    if (why) throw new TypeError(`'${source.path}' ${why}`);
    yield* encodeHeader(source);
    const body = await source.read();
    if (body.length !== source.size) throw new TypeError(`'${source.path}' changed while it was packed`);
    if (body.length > 0) yield body;
    if (padding(body.length) > 0) yield new Uint8Array(padding(body.length));
  }
  yield new Uint8Array(2 * BLOCK);
}

async function* readTar(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  limits: FileLimits,
): AsyncGenerator<TreeFile> {
  const read = byteReader(source);
  const seen = new Set<string>();
  let total = 0;
  let longPath: string | undefined;
  for (;;) {
    const header = decodeHeader(await read(BLOCK));
    if (header.type === "end") return;
    if (header.size > limits.file_bytes) throw new TypeError(`'${header.path}' is larger than allowed`);
    const body = await read(header.size);
    await read(padding(header.size));
    if (header.type === "pax") {
      longPath = paxPath(body);
      continue;
    }
    const path = longPath ?? header.path.replace(/\/$/, "");
    longPath = undefined;
    const why = archivePathFault(path);
    if (why) throw new TypeError(`'${path}' ${why}`);
    if (header.type === "folder") continue;
    if (seen.has(path)) throw new TypeError(`'${path}' is in the archive twice`);
    seen.add(path);
    total += body.length;
    if (seen.size > limits.files || total > limits.bytes)
      throw new TypeError("the archive holds more than allowed");
    yield { path, bytes: body, mode: header.executable ? "100755" : "100644" };
  }
}

/** Reads exactly `n` bytes at a time from chunks of any size. Throws TypeError at a premature end. */
function byteReader(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  const chunks = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return async (n: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(n);
    let filled = 0;
    while (filled < n) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done) throw new TypeError("the archive ends too early");
        rest = next.value;
        continue;
      }
      const part = rest.subarray(0, n - filled);
      bytes.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    return bytes;
  };
}
