import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readSync,
  type Stats,
} from "node:fs";
import { join } from "node:path";
import type { TreeFile } from "#core/kernel/tree.ts";

export interface CollectLimits {
  readonly files: number;
  readonly bytes: number;
  readonly file_bytes: number;
}

export interface Collected {
  readonly files: TreeFile[];
  readonly skipped: { path: string; reason: string }[];
}

const MAX_DEPTH = 24;
const MAX_SKIPPED = 200;
/** O_NOFOLLOW: links are not followed. O_NONBLOCK: pipes and devices cannot block the supervisor. */
const OPEN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Reads files that untrusted commands have written, after their processes have ended. Takes only regular files
 * without hard links, reached without following links, with plain names and within the limits. Lists everything else in
 * `skipped` with the reason.
 */
export function collect(root: string, folders: readonly string[], limits: CollectLimits): Collected {
  const files: TreeFile[] = [];
  const skipped: { path: string; reason: string }[] = [];
  let bytes = 0;
  let observed = 0;

  const skip = (path: string, reason: string | undefined) => {
    if (reason !== undefined && skipped.length < MAX_SKIPPED) skipped.push({ path: printable(path), reason });
  };

  /** Takes one entry; returns the reason if it is skipped. */
  const take = (path: string, depth: number): string | undefined => {
    if (++observed > limits.files * 4) return "too many entries";
    const stat = look(join(root, path));
    if (!stat || typeof stat === "string") return stat;
    if (stat.isSymbolicLink()) return "symbolic link";
    if (stat.isDirectory()) return takeFolder(path, depth);
    if (!stat.isFile()) return "not a regular file";
    if (files.length >= limits.files) return "too many files";
    const read = readPlainFile(join(root, path), Math.min(limits.file_bytes, limits.bytes - bytes));
    if (typeof read === "string") return read;
    bytes += read.bytes.length;
    files.push({ path, ...read });
    return undefined;
  };

  const takeFolder = (path: string, depth: number): string | undefined => {
    if (depth >= MAX_DEPTH) return "nested too deeply";
    const names = namesOf(join(root, path), limits.files * 4);
    if (typeof names === "string") return names;
    for (const name of names) {
      const child = `${path}/${name}`;
      skip(child, nameFault(name) ?? take(child, depth + 1));
    }
    return undefined;
  };

  for (const folder of folders) {
    // A command can have replaced a parent of an output folder by a link.
    const parents = folder.split("/").map((_, index, all) => all.slice(0, index + 1).join("/"));
    const link = parents.find((path) =>
      lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink(),
    );
    if (link === undefined) skip(folder, take(folder, 0));
    else skip(link, "symbolic link");
  }
  return { files, skipped };
}

/**
 * The stat of a path; undefined if it does not exist, or a reason if it cannot be read, such as a path that is too
 * long.
 */
function look(path: string): Stats | string | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}

/** The bytes and mode of a regular file without hard links, or the reason why it is skipped. */
function readPlainFile(path: string, limit: number): Pick<TreeFile, "bytes" | "mode"> | string {
  let fd: number;
  try {
    fd = openSync(path, OPEN);
  } catch (error) {
    return `cannot be opened (${(error as NodeJS.ErrnoException).code})`;
  }
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) return "not a regular file";
    if (stat.nlink !== 1) return "has more than one name (hard link)";
    if (stat.size > limit) return "too large";
    const bytes = Buffer.alloc(stat.size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(fd, bytes, filled, bytes.length - filled, filled);
      if (count === 0) return "became shorter while it was read";
      filled += count;
    }
    return { bytes, mode: (stat.mode & 0o100) !== 0 ? "100755" : "100644" };
  } finally {
    closeSync(fd);
  }
}

function namesOf(path: string, most: number): string[] | string {
  const names: string[] = [];
  try {
    const folder = opendirSync(path);
    try {
      for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
        if (names.push(entry.name) > most) return "too many entries";
      }
    } finally {
      folder.closeSync();
    }
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
  return names.sort();
}

function nameFault(name: string): string | undefined {
  if (name.includes("\ufffd")) return "its name is not UTF-8";
  if (/[\p{Cc}\\]/u.test(name)) return "its name has control characters or a backslash";
  if (name.length > 200) return "its name is too long";
  return undefined;
}

function printable(path: string): string {
  return path.slice(0, 300).replace(/\p{Cc}/gu, "?");
}
