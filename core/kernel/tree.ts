import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** One file of a tree: path, digest, size and git file mode. */
export interface TreeEntry {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly mode: "100644" | "100755";
}

export interface TreeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode?: TreeEntry["mode"];
}

/** Describes files as tree entries, sorted by path in code-unit order. */
export function treeEntries(files: readonly TreeFile[]): TreeEntry[] {
  return files
    .map(({ path, bytes, mode = "100644" }) => ({ path, sha256: sha256Hex(bytes), size: bytes.length, mode }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** SHA-256 of the canonical JSON of the sorted entries; identifies exactly this set of files. */
export function treeSha256(entries: readonly TreeEntry[]): string {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  return canonicalHash(sorted.map(({ path, sha256, size, mode }) => ({ path, sha256, size, mode })));
}

/** The sorted paths that differ between two trees: added, removed, or changed in content or mode. */
export function changedPaths(before: readonly TreeEntry[], after: readonly TreeEntry[]): string[] {
  const old = new Map(before.map((entry) => [entry.path, entry]));
  const now = new Map(after.map((entry) => [entry.path, entry]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => {
      const [one, other] = [old.get(path), now.get(path)];
      return one?.sha256 !== other?.sha256 || one?.mode !== other?.mode;
    })
    .sort();
}

type Node = Map<string, Node | { id: string; mode: string }>;

/** The object id that `git hash-object` computes for a file with these bytes (SHA-1 object format). */
export const gitBlobId = (bytes: Uint8Array): string => objectId("blob", bytes);

/**
 * The object id that `git write-tree` computes for these files (SHA-1 object format; Git documentation, "Git Objects").
 * Throws TypeError for duplicate paths and for a file whose path is another file's folder.
 */
export function gitTreeId(files: readonly TreeFile[]): string {
  const root: Node = new Map();
  for (const { path, bytes, mode = "100644" } of files) {
    const segments = path.split("/");
    const name = segments.pop() as string;
    let node = root;
    for (const segment of segments) {
      const next = node.get(segment) ?? new Map();
      if (!(next instanceof Map)) throw new TypeError(`${path} uses a file as a folder`);
      node.set(segment, next);
      node = next;
    }
    if (node.has(name)) throw new TypeError(`${path} is a duplicate or also a folder`);
    node.set(name, { id: gitBlobId(bytes), mode });
  }
  return hashTree(root);
}

function hashTree(node: Node): string {
  const entries = [...node].map(([name, child]) =>
    child instanceof Map
      ? { name, sort: `${name}/`, mode: "40000", id: hashTree(child) }
      : { name, sort: name, ...child },
  );
  // git sorts names as bytes, with '/' appended to the names of folders.
  entries.sort((a, b) => compareBytes(utf8ToBytes(a.sort), utf8ToBytes(b.sort)));
  return objectId(
    "tree",
    concatBytes(
      ...entries.flatMap(({ mode, name, id }) => [utf8ToBytes(`${mode} ${name}\0`), hexToBytes(id)]),
    ),
  );
}

function objectId(type: string, bytes: Uint8Array): string {
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`${type} ${bytes.length}\0`), bytes)));
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}
