import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * The parts of a data folder that a backup contains. The rest belongs to the running process (its record, its
 * log, running builds, staged functions) or can be recreated.
 */
const FOLDERS = [
  "dynamodb",
  "s3",
  "states",
  "ecs",
  "events",
  "streams",
  "lambda",
  "kms",
  "ssm",
  "sts",
  "vercel",
  "github",
];
const FILES = ["version", "credentials", "password", "session-cookie", "sessions.json", "evidence.pub"];

/** Recreated at each start, or an incomplete file that is being replaced. */
const NOT_DATA = /^vercel\/functions\/|\.lock$/;

/** Whether a path, relative to the data folder with `/`, is data. */
export function isData(path: string): boolean {
  const [top = "", ...below] = path.split("/");
  return (below.length > 0 ? FOLDERS : FILES).includes(top) && !NOT_DATA.test(path);
}

/** Returns the sorted paths of all data in a folder, without links and other special files. */
export function listData(home: string): string[] {
  const folders = FOLDERS.map((name) => join(home, name)).filter((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory(),
  );
  const below = folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }));
  return [...below, ...readdirSync(home, { withFileTypes: true })]
    .filter((entry) => entry.isFile())
    .map((entry) => relative(home, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(isData)
    .sort();
}
