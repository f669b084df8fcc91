import { lstat, opendir, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Returns a function that runs work with a cache folder. When the folder is not in use, the next call first deletes
 * it if it exceeds `maxBytes`, and concurrent calls wait for that, so that no files in use are deleted.
 */
export function boundedCache(folder: string, maxBytes: number): <T>(work: () => Promise<T>) => Promise<T> {
  let users = 0;
  let ready: Promise<void> = Promise.resolve();
  return async (work) => {
    if (users++ === 0) ready = emptyAbove(folder, maxBytes);
    try {
      await ready;
      return await work();
    } finally {
      users--;
    }
  };
}

async function emptyAbove(folder: string, maxBytes: number): Promise<void> {
  if ((await bytesIn(folder)) > maxBytes) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Total size of the regular files below a folder; 0 for a missing folder. */
async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  try {
    for await (const entry of await opendir(folder, { recursive: true }))
      if (entry.isFile()) bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return bytes;
}
