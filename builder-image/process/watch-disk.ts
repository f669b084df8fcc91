import { lstatSync, opendirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import type { BuildLimits } from "#core/factory/build/limits.ts";

const POLL_MS = 100;
/** Limits full walks to a tenth of the time, unless free space has shrunk by a tenth of the limit since the last. */
const REST_FACTOR = 10;
/** Deleted but open files are only visible as lost free space; the margin is for other writers of the file system. */
const UNSEEN_FACTOR = 3;
const BATCH = 500;
const MEGABYTE = 1024 * 1024;

interface Used {
  bytes: number;
  inodes: number;
}

/** Kills a command that exceeds the disk limits. Walks its folders, more often when free space shrinks fast. */
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

/** Free space and inodes of the file system; used only to decide when to walk the folders. */
function freeOf(folders: readonly string[]): Used {
  try {
    const { bfree, bsize, ffree } = statfsSync(folders[0] ?? "/");
    return { bytes: bfree * bsize, inodes: ffree };
  } catch {
    return { bytes: Number.POSITIVE_INFINITY, inodes: Number.POSITIVE_INFINITY };
  }
}

/** Exceeds any limit. Used for unreadable folders, which cannot be measured and are only created to hide something. */
const OVER: Used = { bytes: Number.POSITIVE_INFINITY, inodes: 0 };

/**
 * Measures bytes on disk and entries below the folders; stops above the limits. Does not follow links. An unreadable
 * folder, a path that is too long and a name that is not UTF-8 count as exceeding the limits.
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

/** The result of `read`; undefined when the file was removed in the meantime, "unreadable" for other errors. */
function unlessGone<T>(read: () => T): T | "unreadable" | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : "unreadable";
  }
}
