import type { SourceFile } from "#core/kernel/files.ts";
import { fileBytes } from "#core/kernel/files.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** A tree by path. */
export type FileMap = ReadonlyMap<string, SourceFile>;

/**
 * Files of the base that a side moved without changing them, by their old path. A moved file that was also changed
 * counts as deleted and added: similar files of generated code belong to different parts more often than not.
 */
export function movesOf(base: FileMap, side: FileMap): Map<string, string> {
  const gone = byContent([...base.values()].filter(({ path }) => !side.has(path)));
  const added = byContent([...side.values()].filter(({ path }) => !base.has(path)));
  const moves = new Map<string, string>();
  for (const [digest, [from, ...others]] of gone) {
    const [to, ...more] = added.get(digest) ?? [];
    if (from && to && others.length === 0 && more.length === 0) moves.set(from.path, to.path);
  }
  return moves;
}

/** Files by the digest of their bytes, without empty ones. */
function byContent(files: readonly SourceFile[]): Map<string, SourceFile[]> {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    const bytes = fileBytes(file);
    if (bytes.length === 0) continue;
    const digest = sha256Hex(bytes);
    groups.set(digest, [...(groups.get(digest) ?? []), file]);
  }
  return groups;
}
