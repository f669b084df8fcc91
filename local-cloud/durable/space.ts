import { statfsSync } from "node:fs";

/** A disk with less free space counts as full. */
const ENOUGH_BYTES = 1024 * 1024;

/** The error of a start on a full disk. */
export function noSpace(dir: string, cause: unknown): Error {
  return new Error(
    `There is no space left on the disk that holds ${dir}. Free some space, then start again.`,
    {
      cause,
    },
  );
}

/** Whether the disk of a folder has space for the next change of a service. */
export function hasSpace(dir: string): boolean {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize >= ENOUGH_BYTES;
}

/** Space that is left to other programs. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/** Returns how many bytes and how many files the disk of a folder can still store. */
export function roomIn(dir: string): { readonly bytes: number; readonly files: number } {
  const { bavail, bsize, files, ffree } = statfsSync(dir);
  // Some file systems have no fixed number of files and report 0.
  return { bytes: bavail * bsize - RESERVE_BYTES, files: files === 0 ? Number.POSITIVE_INFINITY : ffree };
}
