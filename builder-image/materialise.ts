import { lchownSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TreeFile } from "#core/kernel/tree.ts";

/** Who owns what is written; undefined when the builder is that user already. */
export type Owner = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Writes files below a folder that no untrusted process has touched yet. Every file is new (`wx`), so a
 * second entry of the same name, by case on some file systems, is an error instead of an overwrite.
 */
export function createWriter(root: string, owner: Owner): (file: TreeFile) => void {
  const made = new Set<string>([root]);
  const own = (path: string) => {
    if (owner) lchownSync(path, owner.uid, owner.gid);
  };
  const makeFolder = (folder: string): void => {
    if (made.has(folder)) return;
    makeFolder(dirname(folder));
    mkdirSync(folder, { recursive: true });
    own(folder);
    made.add(folder);
  };
  return ({ path, bytes, mode }) => {
    const target = join(root, path);
    makeFolder(dirname(target));
    writeFileSync(target, bytes, { flag: "wx", mode: mode === "100755" ? 0o755 : 0o644 });
    own(target);
  };
}
