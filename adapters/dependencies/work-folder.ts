import { mkdtempSync } from "node:fs";
import { mkdir, readdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { processExists } from "#adapters/system/process-exists.ts";

const PREFIX = "gantry-dependencies-";

/** The folders that this process uses. */
const used = new Set<string>();

/**
 * Runs `work` with a temporary folder, which is removed afterwards; `work` must not leave processes that write to it.
 * First removes folders of processes that were killed.
 */
export async function inFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  const place = await realpath(parent);
  await removeAbandoned(place);
  // Synchronous, so that a folder is in `used` before any other call can see it.
  const folder = mkdtempSync(join(place, `${PREFIX}${process.pid}-`));
  used.add(folder);
  try {
    return await work(folder);
  } finally {
    await remove(folder);
    used.delete(folder);
  }
}

async function removeAbandoned(place: string): Promise<void> {
  const names = await readdir(place);
  await Promise.all(
    names
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => join(place, name))
      .filter((folder) => !isUsed(folder))
      .map(remove),
  );
}

function isUsed(folder: string): boolean {
  const pid = Number(folder.slice(folder.lastIndexOf(PREFIX) + PREFIX.length).split("-")[0]);
  return pid === process.pid ? used.has(folder) : processExists(pid);
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 3 });
