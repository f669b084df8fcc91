import type { FileLimits } from "#core/kernel/files.ts";
import type { TreeFile } from "#core/kernel/tree.ts";
import { archivePathFault } from "./archive-path.ts";
import { BLOCK, decodeHeader, encodeHeader, padding, paxPath } from "./tar.ts";

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A pax header has a path, which takes some hundred bytes. */
const MAX_PAX_BYTES = 64 * 1024;

/** One file to pack: its size is known, its bytes are read when their turn comes. */
export interface ArchiveSource {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
  /** Its content, whole or in chunks. */
  read(): Promise<Uint8Array> | Uint8Array | AsyncIterable<Uint8Array>;
}

/** The blocks of a tar archive with these files, in this order. Throws TypeError on an unsafe path. */
export async function* tarBlocks(
  sources: Iterable<ArchiveSource> | AsyncIterable<ArchiveSource>,
): AsyncGenerator<Uint8Array> {
  for await (const source of sources) {
    const why = archivePathFault(source.path);
    if (why) throw new TypeError(`'${source.path}' ${why}`);
    yield* encodeHeader(source);
    yield* contentOf(source);
    if (padding(source.size) > 0) yield new Uint8Array(padding(source.size));
  }
  yield new Uint8Array(2 * BLOCK);
}

/** The content of a file, which must be as long as its header says. */
async function* contentOf({ path, size, read }: ArchiveSource): AsyncGenerator<Uint8Array> {
  const content = await read();
  let packed = 0;
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    packed += chunk.length;
    if (packed > size) break;
    if (chunk.length > 0) yield chunk;
  }
  if (packed !== size) throw new TypeError(`'${path}' changed while it was packed`);
}

/** One file of an archive that is being read. */
export interface ArchiveEntry {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
  /** To be read to its end before the next file is asked for. */
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * The files of a tar archive, one by one and in chunks. Throws TypeError on an unsafe path, on anything but files and
 * folders, on a premature end, and when there is more than the limits allow: before the content is read.
 */
export async function* readEntries(source: Chunks, limits: FileLimits): AsyncGenerator<ArchiveEntry> {
  const { exactly, chunks } = byteReader(source);
  const seen = new Set<string>();
  let total = 0;
  let longPath: string | undefined;
  for (;;) {
    const { type, path: name, size, executable } = decodeHeader(await exactly(BLOCK));
    if (type === "end") return;
    if (size > (type === "file" ? limits.file_bytes : MAX_PAX_BYTES))
      throw new TypeError(`'${name}' is larger than allowed`);
    if (type === "pax") {
      longPath = paxPath(await exactly(size));
      await exactly(padding(size));
      continue;
    }
    const path = longPath ?? name.replace(/\/$/, "");
    longPath = undefined;
    const why = archivePathFault(path);
    if (why) throw new TypeError(`'${path}' ${why}`);
    if (type === "file") {
      if (seen.has(path)) throw new TypeError(`'${path}' is in the archive twice`);
      seen.add(path);
      total += size;
      if (seen.size > limits.files || total > limits.bytes)
        throw new TypeError("the archive holds more than allowed");
      yield { path, size, executable, content: chunks(size) };
    } else await exactly(size);
    await exactly(padding(size));
  }
}

/** As readEntries, with the content of one file after the other in memory. */
export async function* readTar(source: Chunks, limits: FileLimits): AsyncGenerator<TreeFile> {
  for await (const { path, size, executable, content } of readEntries(source, limits)) {
    const bytes = new Uint8Array(size);
    let filled = 0;
    for await (const chunk of content) {
      bytes.set(chunk, filled);
      filled += chunk.length;
    }
    yield { path, bytes, mode: executable ? "100755" : "100644" };
  }
}

/** Reads so many bytes and no more from chunks of any size. Throws TypeError at a premature end. */
function byteReader(source: Chunks) {
  const parts = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return { exactly, chunks };

  async function exactly(n: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(n);
    let filled = 0;
    for await (const chunk of chunks(n)) {
      bytes.set(chunk, filled);
      filled += chunk.length;
    }
    return bytes;
  }

  async function* chunks(n: number): AsyncGenerator<Uint8Array> {
    for (let left = n; left > 0; ) {
      if (rest.length === 0) {
        const next = await parts.next();
        if (next.done) throw new TypeError("the archive ends too early");
        rest = next.value;
        continue;
      }
      const chunk = rest.subarray(0, left);
      rest = rest.subarray(chunk.length);
      left -= chunk.length;
      yield chunk;
    }
  }
}
