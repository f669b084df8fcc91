import { randomBytes } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  unlinkSync,
} from "node:fs";
import { unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { makeFolder, syncFolder } from "#local-cloud/durable/write-file.ts";

/** Stores bytes on disk under random ids. A file is written once and never changed. */
export interface ContentStore {
  /** Streams the bytes to a new file and syncs it. If that fails, the file is removed. */
  write(bytes: AsyncIterable<Uint8Array>): Promise<{ id: string; size: number }>;
  /** Reads the bytes from `start` to `end`, both inclusive. */
  read(id: string, start?: number, end?: number): Readable;
  remove(id: string): void;
  isEmpty(): boolean;
  /** Removes every file whose id is not in use, which a killed process may have left. */
  sweep(inUse: ReadonlySet<string>): void;
}

export function openContentStore(dir: string): ContentStore {
  mkdirSync(dir, { recursive: true });
  const path = (id: string) => join(dir, id.slice(0, 2), id);
  return {
    write: async (bytes) => {
      const id = randomBytes(16).toString("hex");
      makeFolder(dirname(path(id)));
      const file = createWriteStream(path(id), { flags: "wx", flush: true });
      try {
        await pipeline(bytes, file);
        syncFolder(dirname(path(id)));
      } catch (error) {
        await unlink(path(id)).catch(() => {});
        throw error;
      }
      return { id, size: file.bytesWritten };
    },
    // Opened immediately, because a reader can read an open file even after it was removed.
    read: (id, start = 0, end = Number.POSITIVE_INFINITY) =>
      createReadStream("", { fd: openSync(path(id), "r"), start, end }),
    remove: (id) => rmSync(path(id), { force: true }),
    isEmpty: () => readdirSync(dir).every((folder) => readdirSync(join(dir, folder)).length === 0),
    sweep: (inUse) => {
      for (const folder of readdirSync(dir))
        for (const id of readdirSync(join(dir, folder)))
          if (!inUse.has(id)) unlinkSync(join(dir, folder, id));
    },
  };
}
