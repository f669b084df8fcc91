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
 * Writes a file atomically: if the process or the power fails, the file is complete or unchanged. It is on
 * the disk when this returns. Creates parent folders. Without space it throws and changes nothing. `mode`
 * applies to a new file.
 */
export function writeDurably(path: string, content: string | Uint8Array, mode = 0o600): void {
  makeFolder(dirname(path));
  closeSync(replaceFile(path, content, mode));
  syncFolder(dirname(path));
}

/**
 * Creates a file if it does not exist; of several concurrent processes only one creates it. The file appears
 * with its content, which is on the disk when this returns. Returns whether this process created it.
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
 * Writes a new file chunk by chunk, readable by its owner only; it is on the disk when this resolves. An
 * error leaves an incomplete file.
 */
export async function writeNewFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  makeFolder(dirname(path));
  await pipeline(content, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  syncFolder(dirname(path));
}

/**
 * Replaces a file. Its content is on the disk, but its name only after `syncFolder`. Returns the descriptor
 * of the new file, for reading and writing. If it throws, nothing has changed.
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
 * Creates a folder and its parents so that their names survive a power cut. It creates each one separately,
 * because Node's `recursive` never returns below `/proc`, where no folder can be created.
 */
export function makeFolder(dir: string, mode = 0o777): void {
  if (isFolder(dir)) return;
  if (!existsSync(dirname(dir))) makeFolder(dirname(dir), mode);
  try {
    mkdirSync(dir, { mode });
  } catch (error) {
    if (!isFolder(dir)) throw error; // Another process may have created it in the meantime.
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

/** Makes created, changed and removed names in a folder survive a power cut. */
export function syncFolder(dir: string): void {
  if (process.platform === "win32") return; // Folders cannot be opened on Windows.
  const descriptor = openSync(dir, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
