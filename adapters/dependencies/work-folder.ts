import { mkdtempSync } from "node:fs";
import { mkdir, readdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { processExists } from "#adapters/system/process-exists.ts";

const PREFIX = "gantry-dependencies-";

/** The folders that this process works in. */
const used = new Set<string>();

/**
 * Gives `work` a folder that is gone afterwards; `work` leaves no process behind that could write into it. Folders of
 * processes that were killed are removed first.
 */
export async function inFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  const place = await realpath(parent);
  await removeAbandoned(place);
  // In one turn of the event loop: a folder that can be seen is already among those that are used.
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
