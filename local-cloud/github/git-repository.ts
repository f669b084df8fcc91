import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { makeFolder, writeDurably } from "#local-cloud/durable/write-file.ts";
import { type Commit, formatCommit, parseCommit } from "./git-formats.ts";
import { type ObjectStore, openObjects } from "./git-objects.ts";

/** A bare repository on disk that `git` can serve directly. */
export interface GitRepository {
  readonly dir: string;
  readonly objects: ObjectStore;
  commit(id: string): Commit | undefined;
  writeCommit(commit: Commit): string;
  /** Returns the commit to which a full name such as `refs/heads/main` points. */
  ref(name: string): string | undefined;
  setRef(name: string, id: string): void;
  /** Names below a folder like `refs/heads`, sorted, relative to it. */
  refs(folder: string): string[];
}

/** Opens the repository in `dir`, creating it if necessary. */
export function openRepository(dir: string, defaultBranch: string): GitRepository {
  prepare(dir, defaultBranch);
  const objects = openObjects(join(dir, "objects"));
  return {
    dir,
    objects,
    commit(id) {
      const object = objects.read(id);
      return object?.type === "commit" ? parseCommit(object.data) : undefined;
    },
    writeCommit: (commit) => objects.write("commit", formatCommit(commit)),
    ref(name) {
      const file = join(dir, name);
      return isRefName(name) && isFile(file) ? readFileSync(file, "utf8").trim() : undefined;
    },
    setRef: (name, id) => writeDurably(join(dir, name), `${id}\n`),
    refs: (folder) => listRefs(join(dir, folder)).filter((name) => isRefName(`${folder}/${name}`)),
  };
}

/** git-check-ref-format(1), without some rare characters that GitHub allows. */
export function isRefName(name: string): boolean {
  return (
    /^refs\/[^/]+\/./.test(name) &&
    name
      .split("/")
      .every(
        (part) =>
          /^[A-Za-z0-9_+=%#@!$&'(),;-][A-Za-z0-9._+=%#@!$&'(),;-]*$/.test(part) &&
          !/\.\.|\.$|\.lock$|@\{/.test(part),
      )
  );
}

/** HEAD is written last: a repository without it is incomplete and is prepared again. */
function prepare(dir: string, defaultBranch: string): void {
  if (existsSync(join(dir, "HEAD"))) return;
  makeFolder(join(dir, "objects"));
  makeFolder(join(dir, "refs", "heads"));
  writeDurably(
    join(dir, "config"),
    "[core]\n\trepositoryformatversion = 0\n\tbare = true\n[gc]\n\tauto = 0\n",
  );
  writeDurably(join(dir, "HEAD"), `ref: refs/heads/${defaultBranch}\n`);
}

function listRefs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".lock"))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
