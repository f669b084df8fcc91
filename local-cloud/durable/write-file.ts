import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";

/**
 * Writes a whole file: under its name it is complete or absent (or as it was before), whenever the process or the
 * power goes, and it is on the disk when this returns. Makes the folders above it. Where there is no space it throws
 * and leaves everything as it was. `mode` is for a file that is new.
 */
export function writeDurably(path: string, content: string | Uint8Array, mode = 0o600): void {
  makeFolder(dirname(path));
  closeSync(replaceFile(path, content, mode));
  syncFolder(dirname(path));
}

/**
 * Makes a file where there is none: of several processes that do so at once, one does. It appears with its content,
 * which is on the disk when this returns. Returns whether this one made it.
 */
export function createDurably(path: string, content: string): boolean {
  makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, content, { mode: 0o600, flush: true });
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(dirname(path));
  return true;
}

/**
 * Writes a file that is not there yet, chunk by chunk, for its owner only; it is on the disk when this resolves. What
 * was written before an error stays.
 */
export async function writeNewFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  makeFolder(dirname(path));
  await pipeline(content, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  syncFolder(dirname(path));
}

/**
 * Replaces a file, with its content but not yet its name on the disk: `syncFolder` does that. Returns the descriptor
 * of the new file, to read and write. When it throws, nothing has changed.
 */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o600): number {
  const temporary = `${path}.lock`;
  const descriptor = openSync(temporary, "w+", mode);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
    renameSync(temporary, path);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Makes a folder and those above it, so that their names survive a power cut too. Each by itself, because `recursive` of
 * Node never ends below `/proc`, where no folder can be made.
 */
export function makeFolder(dir: string, mode = 0o777): void {
  if (isFolder(dir)) return;
  if (!existsSync(dirname(dir))) makeFolder(dirname(dir), mode);
  try {
    mkdirSync(dir, { mode });
  } catch (error) {
    if (!isFolder(dir)) throw error; // Another process may have made it meanwhile.
  }
  syncFolder(dirname(dir));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** So that names that were made, changed or removed in a folder survive a power cut. */
export function syncFolder(dir: string): void {
  if (process.platform === "win32") return; // Folders cannot be opened there.
  const descriptor = openSync(dir, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
