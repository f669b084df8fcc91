import { lstatSync, readdirSync } from "node:fs";

/** What a file or folder looked like, by its path; paths as the file system's own bytes, one character each. */
export type Stamps = ReadonlyMap<string, string>;

/** Caches that tools keep beside the packages; no import finds anything there. */
export const TOOL_CACHE = /^node_modules\/\./;

/**
 * Stamps of everything below a folder, links not followed. A file that was written to has another stamp, even when
 * its bytes and times were put back: a change time cannot be set without rights. A folder has another stamp when it is
 * replaced; what is added to it has a stamp of its own. No untrusted process may be alive.
 */
export function takeStamps(root: string): Stamps {
  const stamps = new Map<string, string>();
  const base = `${Buffer.from(root).toString("latin1")}/`;
  const left = [""];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    for (const name of namesIn(base + folder)) {
      const path = folder + name;
      const stat = look(Buffer.from(base + path, "latin1"));
      if (stat?.isDirectory()) left.push(`${path}/`);
      stamps.set(path, stat?.isDirectory() ? `${stat.ino} ${stat.mode}` : fileStamp(stat));
    }
  }
  return stamps;
}

/** Paths of what was added, changed or removed, sorted, fit to be shown. */
export function changedStamps(before: Stamps, after: Stamps): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => path.slice(0, 300).replace(/[^\x20-\x7e]/g, "?"))
    .sort();
}

/** Undefined for what cannot be looked at: a path may be longer than the system allows. Its name is stamped all the same. */
function look(path: Buffer) {
  try {
    return lstatSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

function fileStamp(stat: { ino: bigint; mode: bigint; size: bigint; ctimeNs: bigint } | undefined): string {
  return stat ? `${stat.ino} ${stat.mode} ${stat.size} ${stat.ctimeNs}` : "gone";
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(Buffer.from(folder, "latin1"), "latin1");
  } catch {
    return []; // Closed to the supervisor, or too deep: its stamp above says as much as can be known.
  }
}
