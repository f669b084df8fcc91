import { lstatSync, readdirSync } from "node:fs";

/** Stamps of files and folders by path. Paths are the file system's bytes, with one character per byte. */
export type Stamps = ReadonlyMap<string, string>;

/** Caches of tools in node_modules; no import resolves to them. */
export const TOOL_CACHE = /^node_modules\/\./;

/**
 * Stamps of everything below a folder, without following links. A file that was written to gets a different stamp
 * even if its content and times were restored, because its change time (ctime) cannot be set without privileges. A
 * folder gets a different stamp when it is replaced; added entries have their own stamps. No untrusted process may be
 * alive.
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

/** The sorted, printable paths that were added, changed or removed. */
export function changedStamps(before: Stamps, after: Stamps): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => path.slice(0, 300).replace(/[^\x20-\x7e]/g, "?"))
    .sort();
}

/** Undefined for an unreadable entry, such as a path that is too long; its name is still stamped. */
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
    return []; // Unreadable or too deep; only the stamp of the folder itself is available.
  }
}
