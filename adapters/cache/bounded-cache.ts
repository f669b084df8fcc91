import { lstat, opendir, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Runs work that uses a folder of downloads. The first to use it while it is not in use empties it if it has grown beyond
 * `maxBytes`, and callers that come meanwhile wait for that, so nothing that is in use is ever taken away.
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

/** What the regular files below a folder come to; a folder that is not there holds nothing. */
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
