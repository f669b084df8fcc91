import { FOLDER, formatTree, parseTree, type TreeRow } from "./git-formats.ts";
import type { ObjectStore } from "./git-objects.ts";

/** The change of one entry of `POST …/git/trees`: sets an object at a path, or removes it (`id: null`). */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly id: string | null;
}

/**
 * Returns the rows of a tree with their paths, including folders, and with `recursive` also their contents.
 */
export function listTree(objects: ObjectStore, id: string, recursive: boolean, prefix = ""): TreeRow[] {
  return treeRows(objects, id).flatMap((row) => {
    const named = { ...row, name: prefix + row.name };
    if (!recursive || row.mode !== FOLDER) return [named];
    return [named, ...listTree(objects, row.id, true, `${named.name}/`)];
  });
}

/**
 * Applies the changes to the tree `base` (undefined: the empty tree), writes the result and returns its id.
 */
export function changeTree(objects: ObjectStore, base: string | undefined, changes: TreeChange[]): string {
  const rows = new Map(base ? treeRows(objects, base).map((row) => [row.name, row]) : []);
  const below = new Map<string, TreeChange[]>();
  for (const change of changes) {
    const [name = "", ...rest] = change.path.split("/");
    if (rest.length > 0) {
      below.set(name, [...(below.get(name) ?? []), { ...change, path: rest.join("/") }]);
    } else if (change.id === null) rows.delete(name);
    else rows.set(name, { mode: change.mode, name, id: change.id });
  }
  for (const [name, inner] of below) {
    const old = rows.get(name);
    const id = changeTree(objects, old?.mode === FOLDER ? old.id : undefined, inner);
    // git does not store empty folders.
    if (treeRows(objects, id).length === 0) rows.delete(name);
    else rows.set(name, { mode: FOLDER, name, id });
  }
  return objects.write("tree", formatTree([...rows.values()]));
}

/** Returns the row at a path, or undefined. */
export function findInTree(objects: ObjectStore, tree: string, path: string): TreeRow | undefined {
  const [name = "", ...rest] = path.split("/");
  const row = treeRows(objects, tree).find((candidate) => candidate.name === name);
  if (rest.length === 0 || row === undefined) return row;
  return row.mode === FOLDER ? findInTree(objects, row.id, rest.join("/")) : undefined;
}

export function treeRows(objects: ObjectStore, id: string): TreeRow[] {
  const object = objects.read(id);
  if (object?.type !== "tree") throw new Error(`${id} is not a tree of this repository`);
  return parseTree(object.data);
}
