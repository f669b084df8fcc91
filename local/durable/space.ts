import { statfsSync } from "node:fs";

/** Less than this is a full disk: the next journal that grows, or the next object, would not fit. */
const ENOUGH_BYTES = 1024 * 1024;

/** Whether the disk that holds a folder has space for what a service may be asked to keep next. */
export function hasSpace(dir: string): boolean {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize >= ENOUGH_BYTES;
}
