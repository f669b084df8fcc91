import { copyFileSync, linkSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { listData } from "./contents.ts";

const DATABASE = "dynamodb/dynamodb.sqlite";

/**
 * Copies the data of a running installation at one point in time to `<home>/snapshot`. It runs in one turn of
 * the event loop, in which nothing else in this process can write. Journals are copied; all other files are
 * only ever replaced, so a hard link is sufficient. `copyDatabase` writes the current database, without a
 * log.
 */
export function takeSnapshot(home: string, copyDatabase: (path: string) => void): string {
  const snapshot = snapshotFolder(home);
  rmSync(snapshot, { recursive: true, force: true });
  for (const path of listData(home).filter((path) => !path.startsWith("dynamodb/"))) {
    mkdirSync(dirname(join(snapshot, path)), { recursive: true, mode: 0o700 });
    const copy = path.endsWith(".jsonl") ? copyFileSync : link;
    copy(join(home, path), join(snapshot, path));
  }
  mkdirSync(join(snapshot, "dynamodb"), { recursive: true, mode: 0o700 });
  copyDatabase(join(snapshot, DATABASE));
  return snapshot;
}

export function snapshotFolder(home: string): string {
  return join(home, "snapshot");
}

/** Not every file system supports hard links. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
