import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * What is data in a data folder: the rest belongs to the process that runs (its record, its log, work under way,
 * staged functions) or is made again.
 */
const FOLDERS = [
  "dynamodb",
  "s3",
  "states",
  "ecs",
  "events",
  "streams",
  "kms",
  "ssm",
  "sts",
  "vercel",
  "github",
];
const FILES = ["version", "credentials", "password", "session-cookie", "sessions.json", "evidence.pub"];

/** Made anew at each start, or half of a file that is being replaced. */
const NOT_DATA = /^vercel\/functions\/|\.lock$/;

/** Whether a path, relative to the data folder with `/`, is data. */
export function isData(path: string): boolean {
  const [top = "", ...below] = path.split("/");
  return (below.length > 0 ? FOLDERS : FILES).includes(top) && !NOT_DATA.test(path);
}

/** The paths of all data in a folder, sorted; links and whatever else is no file are left out. */
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
