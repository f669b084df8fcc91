import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** The head beside the database: the number of acknowledged commits, and the checksum of the closed file. */
export interface Head {
  readonly commits: number;
  /** CRC-32 of the whole database file; undefined while a process uses it, and after a process was killed. */
  readonly checksum?: number;
}

export interface HeadFile {
  /** Overwrites the file in place, which needs no disk space. With `sync` it also survives a power cut. */
  write(head: Head, sync?: boolean): void;
  close(): void;
}

const LENGTH = 40;

export function headPath(dir: string): string {
  return join(dir, "dynamodb.head");
}

/** Returns undefined if there is no valid head. */
export function readHead(dir: string): Head | undefined {
  const path = headPath(dir);
  if (!existsSync(path)) return undefined;
  const match = /^commits (\d{1,15}) (?:open|crc32 ([0-9a-f]{8})) *\n/.exec(readFileSync(path, "utf8"));
  if (!match) return undefined;
  return {
    commits: Number(match[1]),
    ...(match[2] !== undefined && { checksum: Number.parseInt(match[2], 16) }),
  };
}

export function openHead(dir: string): HeadFile {
  const descriptor = openSync(headPath(dir), existsSync(headPath(dir)) ? "r+" : "w+", 0o600);
  return {
    write({ commits, checksum }, sync = false) {
      const state = checksum === undefined ? "open" : `crc32 ${checksum.toString(16).padStart(8, "0")}`;
      writeSync(descriptor, `${`commits ${commits} ${state}`.padEnd(LENGTH)}\n`, 0);
      if (sync) fsyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}

/**
 * Returns the CRC-32 of a file. Must not be used for a file that SQLite has open: closing it here would
 * release SQLite's locks.
 */
export function checksumOf(path: string): number {
  const descriptor = openSync(path, "r");
  try {
    const portion = Buffer.allocUnsafe(1024 * 1024);
    let checksum = 0;
    for (let read = readSync(descriptor, portion); read > 0; read = readSync(descriptor, portion))
      checksum = crc32(portion.subarray(0, read), checksum);
    return checksum;
  } finally {
    closeSync(descriptor);
  }
}
