import { fileBytes, type SourceFile } from "#core/kernel/files.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** The three versions of a tree. */
export interface Trees {
  /** The tree as it was generated for the release. */
  readonly base: readonly SourceFile[];
  /** The released tree: the base with what was repaired or written in it. */
  readonly ours: readonly SourceFile[];
  /** The tree as it is generated now. */
  readonly theirs: readonly SourceFile[];
}

/** The merged files, sorted by path, and the paths that both sides changed differently. */
export interface MergedTree {
  readonly files: SourceFile[];
  readonly conflicts: string[];
}

/**
 * Merges what is generated now into a released tree, whole files at a time: a file that one side left alone is taken
 * from the other side, byte for byte. A file that both sides changed differently, or that one deleted and the other
 * changed, is a conflict; its text is never mixed.
 */
export function mergeTrees({ base, ours, theirs }: Trees): MergedTree {
  const [was, mine, yours] = [byPath(base), byPath(ours), byPath(theirs)];
  const merged: MergedTree = { files: [], conflicts: [] };
  for (const path of [...new Set([...was.keys(), ...mine.keys(), ...yours.keys()])].sort()) {
    const [b, o, t] = [was.get(path), mine.get(path), yours.get(path)];
    const isOurs = same(b, t) || same(o, t);
    if (!isOurs && !same(b, o)) merged.conflicts.push(path);
    const file = isOurs ? o : t;
    if (file) merged.files.push(file);
  }
  return merged;
}

const byPath = (files: readonly SourceFile[]) => new Map(files.map((file) => [file.path, file]));

function same(a: SourceFile | undefined, b: SourceFile | undefined): boolean {
  return a && b ? sha256Hex(fileBytes(a)) === sha256Hex(fileBytes(b)) : a === b;
}
