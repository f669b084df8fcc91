import { readFileSync } from "node:fs";

/**
 * Returns the bytes of a file, or undefined if there is none. Throws an error that names the path if it is a
 * folder.
 */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    // Node's own message does not contain the path.
    if (code === "EISDIR") throw new Error(`${path} must be a file and is a folder: move it away.`);
    throw error;
  }
}
