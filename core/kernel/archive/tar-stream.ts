import type { FileLimits } from "#core/kernel/files.ts";
import type { TreeFile } from "#core/kernel/tree.ts";
import { archivePathFault } from "./archive-path.ts";
import { BLOCK, decodeHeader, encodeHeader, padding, paxPath } from "./tar.ts";

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A pax header contains little more than a path, which takes a few hundred bytes. */
const MAX_PAX_BYTES = 64 * 1024;

/** One file to pack. Its size is known in advance; its bytes are read when it is packed. */
export interface ArchiveSource {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
  /** The content, in one piece or in chunks. */
  read(): Promise<Uint8Array> | Uint8Array | AsyncIterable<Uint8Array>;
}

/** The blocks of a tar archive with these files in this order. Throws TypeError for an unsafe path. */
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

/** The content of a file. Throws TypeError unless its length matches the header. */
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
  /** Must be read completely before the next entry is requested. */
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * The files of a tar archive, one by one and in chunks. Throws TypeError for an unsafe path, for entries other than
 * files and folders, for a truncated archive, and, before content is read, for an archive that exceeds the limits.
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

/** Like {@link readEntries}, with the content of one file at a time in memory. */
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

/** Reads an exact number of bytes from chunks of any size. Throws TypeError for a truncated archive. */
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
