import { statfsSync } from "node:fs";

/** Less than this is a full disk: the next journal that grows, or the next object, would not fit. */
const ENOUGH_BYTES = 1024 * 1024;

/** What a start ends with on a full disk. */
export function noSpace(dir: string, cause: unknown): Error {
  return new Error(`There is no space left on the disk that holds ${dir}. Make some, then start again.`, {
    cause,
  });
}

/** Whether the disk that holds a folder has space for what a service may be asked to keep next. */
export function hasSpace(dir: string): boolean {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize >= ENOUGH_BYTES;
}

/** What others on the disk can still write when everything else of it is used. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/** How much the disk that holds a folder can take, and how many files of it. */
export function roomIn(dir: string): { readonly bytes: number; readonly files: number } {
  const { bavail, bsize, files, ffree } = statfsSync(dir);
  // Some file systems have no table of files, so none is free in it.
  return { bytes: bavail * bsize - RESERVE_BYTES, files: files === 0 ? Number.POSITIVE_INFINITY : ffree };
}
