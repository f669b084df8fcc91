import { readFileSync } from "node:fs";

/** The bytes of a file, undefined where there is none. Throws a sentence that names the file where a folder is. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    // Node's own message names no path.
    if (code === "EISDIR") throw new Error(`${path} must be a file and is a folder: move it away.`);
    throw error;
  }
}
