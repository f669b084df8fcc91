import { lstatSync, opendirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import type { BuildLimits } from "#core/factory/build/job.ts";

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

/** More than any limit: what cannot be read cannot be counted, and only a command that hides something makes it. */
const OVER: Used = { bytes: Number.POSITIVE_INFINITY, inodes: 0 };

/**
 * Bytes on disk and entries below the folders; stops once over the most. Never follows a link. A folder closed to its
 * owner, a path longer than the system allows and a name that is not UTF-8 count as over.
 */
async function measure(folders: readonly string[], most: Used, running: () => boolean): Promise<Used> {
  const used = { bytes: 0, inodes: 0 };
  const left = [...folders];
  let batch = 0;
  for (let folder = left.pop(); folder !== undefined && running(); folder = left.pop()) {
    const path = folder;
    const dir = unlessGone(() => opendirSync(path, { bufferSize: 256 }));
    if (dir === "unreadable") return OVER;
    try {
      for (let entry = dir?.readSync(); entry && running(); entry = dir?.readSync()) {
        used.inodes++;
        if (entry.name.includes("\ufffd")) return OVER;
        const child = join(path, entry.name);
        if (entry.isDirectory()) left.push(child);
        else if (entry.isFile()) {
          const stat = unlessGone(() => lstatSync(child));
          if (stat === "unreadable") return OVER;
          used.bytes += (stat?.blocks ?? 0) * 512;
        }
        if (used.bytes > most.bytes || used.inodes > most.inodes) return used;
        if (++batch % BATCH === 0) await breathe();
      }
    } finally {
      dir?.closeSync();
    }
  }
  return used;
}

/** What `read` returns; undefined when what it reads was removed meanwhile. */
function unlessGone<T>(read: () => T): T | "unreadable" | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : "unreadable";
  }
}
