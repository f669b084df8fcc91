import type { FileLimits } from "#core/files.ts";
import type { TreeFile } from "#core/tree.ts";
import { archivePathFault } from "./archive-path.ts";
import { BLOCK, decodeHeader, encodeHeader, padding, paxPath } from "./tar.ts";

/** One file to pack: its size is known, its bytes are read when their turn comes. */
export interface ArchiveSource {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
  read(): Promise<Uint8Array> | Uint8Array;
}

/** The blocks of a tar archive with these files, in this order. Throws TypeError on an unsafe path. */
export async function* tarBlocks(
  sources: Iterable<ArchiveSource> | AsyncIterable<ArchiveSource>,
): AsyncGenerator<Uint8Array> {
  for await (const source of sources) {
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

/**
 * The files of a tar archive, one by one: only one of them is in memory at a time. Throws TypeError on an unsafe path,
 * on anything but files and folders, on a premature end, and when there is more than the limits allow.
 */
export async function* readTar(
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
