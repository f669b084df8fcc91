import { copyFileSync, linkSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { listData } from "./contents.ts";

const DATABASE = "dynamodb/dynamodb.sqlite";

/**
 * The data of a running installation as it is at one moment, in `<home>/snapshot`. It is taken in one turn of the
 * event loop, in which nothing else of this process can write. Journals are copied; every other file is replaced and
 * never changed, so a second name for it is enough. `copyDatabase` writes the database as it is now, without a log.
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

/** Not every file system knows more than one name for a file. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
