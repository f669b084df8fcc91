import { type Dir, lstatSync, opendirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import type { BuildLimits } from "#core/build/job.ts";

const POLL_MS = 100;
/** A full walk costs at most a tenth of the time, unless the file system lost a tenth of the limit since the last. */
const REST_FACTOR = 10;
/** What no walk finds (deleted but open files) shows only as space that is gone; others write there as well. */
const UNSEEN_FACTOR = 3;
const BATCH = 500;
const MEGABYTE = 1024 * 1024;

interface Used {
  bytes: number;
  inodes: number;
}

/** Ends a command that fills its folders: walks them, more often when the file system shrinks fast. */
export function watchDisk(
  folders: readonly string[],
  limits: BuildLimits,
  kill: (reason: "disk" | "inodes") => void,
): () => void {
  const most: Used = { bytes: limits.workspace_mb * MEGABYTE, inodes: limits.workspace_inodes };
  const atStart = freeOf(folders);
  let last = atStart;
  let walkAgainAt = 0;
  let walking = false;
  let running = true;
  const look = async () => {
    const free = freeOf(folders);
    if (atStart.bytes - free.bytes > UNSEEN_FACTOR * most.bytes) kill("disk");
    const shrank = last.bytes - free.bytes > most.bytes / 10 || last.inodes - free.inodes > most.inodes / 10;
    if (performance.now() < walkAgainAt && !shrank) return;
    last = free;
    const started = performance.now();
    const used = await measure(folders, most, () => running);
    if (used.bytes > most.bytes) kill("disk");
    else if (used.inodes > most.inodes) kill("inodes");
    walkAgainAt = performance.now() + (performance.now() - started) * REST_FACTOR;
  };
  const timer = setInterval(async () => {
    if (walking) return;
    walking = true;
    await look();
    walking = false;
  }, POLL_MS);
  return () => {
    running = false;
    clearInterval(timer);
  };
}

/** What the file system still has; it only says when to look closer. */
function freeOf(folders: readonly string[]): Used {
  try {
    const { bfree, bsize, ffree } = statfsSync(folders[0] ?? "/");
    return { bytes: bfree * bsize, inodes: ffree };
  } catch {
    return { bytes: Number.POSITIVE_INFINITY, inodes: Number.POSITIVE_INFINITY };
  }
}

/**
 * Bytes on disk and entries below the folders; stops once over the most. Never follows a link. A folder that
 * was closed to its owner counts as over: only who hides something does that.
 */
async function measure(folders: readonly string[], most: Used, running: () => boolean): Promise<Used> {
  const used = { bytes: 0, inodes: 0 };
  const left = [...folders];
  let batch = 0;
  for (let folder = left.pop(); folder !== undefined && running(); folder = left.pop()) {
    const dir = openFolder(folder);
    if (dir === "closed") return { bytes: Number.POSITIVE_INFINITY, inodes: 0 };
    try {
      for (let entry = dir?.readSync(); entry && running(); entry = dir?.readSync()) {
        used.inodes++;
        const path = join(folder, entry.name);
        if (entry.isDirectory()) left.push(path);
        else if (entry.isFile())
          used.bytes += (lstatSync(path, { throwIfNoEntry: false })?.blocks ?? 0) * 512;
        if (used.bytes > most.bytes || used.inodes > most.inodes) return used;
        if (++batch % BATCH === 0) await breathe();
      }
    } finally {
      dir?.closeSync();
    }
  }
  return used;
}

function openFolder(path: string): Dir | "closed" | undefined {
  try {
    return opendirSync(path, { bufferSize: 256 });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EACCES" ? "closed" : undefined;
  }
}
