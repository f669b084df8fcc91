import { lchownSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TreeFile } from "#core/kernel/tree.ts";

/** Owner of written files; undefined when the builder itself runs as that user. */
export type Owner = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Returns a function that writes files below a folder to which no untrusted process has had access yet. Files are
 * created with `wx`, so a duplicate path, which can differ in case on some file systems, is an error and not an
 * overwrite.
 */
export function createWriter(root: string, owner: Owner): (file: TreeFile) => void {
  const made = new Set<string>([root]);
  const setOwner = (path: string) => {
    if (owner) lchownSync(path, owner.uid, owner.gid);
  };
  const makeFolder = (folder: string): void => {
    if (made.has(folder)) return;
    makeFolder(dirname(folder));
    mkdirSync(folder, { recursive: true });
    setOwner(folder);
    made.add(folder);
  };
  return ({ path, bytes, mode }) => {
    const target = join(root, path);
    makeFolder(dirname(target));
    writeFileSync(target, bytes, { flag: "wx", mode: mode === "100755" ? 0o755 : 0o644 });
    setOwner(target);
  };
}
