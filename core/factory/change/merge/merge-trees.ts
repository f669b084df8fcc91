import type { SourceFile } from "#core/kernel/files.ts";
import { fileConflict, type MergeConflict } from "./conflict.ts";
import { mergeFile, sameContent } from "./merge-file.ts";
import type { Merged } from "./merge-text.ts";
import { type FileMap, movesOf } from "./moves.ts";

/** The three versions of a tree. */
export interface Trees {
  /** The tree as it was generated. */
  readonly base: readonly SourceFile[];
  /** The released tree: the base with what people and models changed in it. */
  readonly ours: readonly SourceFile[];
  /** The tree as it is generated now. */
  readonly theirs: readonly SourceFile[];
}

/**
 * Merges what was generated anew into a released tree. The result is a tree, sorted by path, or the places that both
 * sides changed differently, never a file with conflict markers. A file that one side left alone is taken from the other
 * side byte for byte; a file that one side deleted and the other changed is a conflict.
 */
export function mergeTrees(trees: Trees): Merged<SourceFile[]> {
  const [base, ours, theirs] = [mapOf(trees.base), mapOf(trees.ours), mapOf(trees.theirs)];
  const sides: Sides = {
    base,
    ours,
    theirs,
    moved: { ours: movesOf(base, ours), theirs: movesOf(base, theirs) },
  };
  const outcomes = [...base.keys()].map((path) => mergeKnown(sides, path));
  outcomes.push(...addedTo(sides));
  const conflicts = outcomes.flatMap((outcome) => ("conflicts" in outcome ? outcome.conflicts : []));
  const files = outcomes.flatMap((outcome) =>
    "conflicts" in outcome || !outcome.value ? [] : [outcome.value],
  );
  conflicts.push(...collisions(files));
  if (conflicts.length > 0) return { conflicts: conflicts.sort(byPath) };
  return { value: files.sort(byPath) };
}

interface Sides {
  readonly base: FileMap;
  readonly ours: FileMap;
  readonly theirs: FileMap;
  /** New paths of the files that a side moved. */
  readonly moved: { readonly ours: FileMoves; readonly theirs: FileMoves };
}
type FileMoves = ReadonlyMap<string, string>;
/** A file of the result, or null where there is none. */
type Outcome = Merged<SourceFile | null>;

const refuse = (path: string, sentence: string): Outcome => ({ conflicts: [fileConflict(path, sentence)] });

/** Merges a file of the base. */
function mergeKnown({ base, ours, theirs, moved }: Sides, path: string): Outcome {
  const was = base.get(path) as SourceFile;
  const [here, there] = [moved.ours.get(path) ?? path, moved.theirs.get(path) ?? path];
  const [mine, yours] = [ours.get(here), theirs.get(there)];
  if (!mine && !yours) return { value: null };
  if (!mine)
    return sameContent(was, yours as SourceFile) && there === path
      ? { value: null }
      : refuse(path, `${path} was deleted since it was generated, and the change needs it.`);
  if (!yours)
    return sameContent(was, mine) && here === path
      ? { value: null }
      : refuse(here, `${here} was edited or moved since it was generated, and the change deletes it.`);
  if (here !== path && there !== path && here !== there)
    return refuse(here, `${path} was moved to ${here} by hand, and the change moves it to ${there}.`);
  return mergeFile(here === path ? there : here, was, mine, yours);
}

/** The files that a side added, without those that it moved. */
function addedTo({ base, ours, theirs, moved }: Sides): Outcome[] {
  const isNew = (path: string, moves: FileMoves) => !base.has(path) && ![...moves.values()].includes(path);
  const mine = [...ours.values()].filter(({ path }) => isNew(path, moved.ours));
  const yours = new Map([...theirs].filter(([path]) => isNew(path, moved.theirs)));
  const both = mine.map((file): Outcome => {
    const other = yours.get(file.path);
    yours.delete(file.path);
    if (!other || sameContent(file, other)) return { value: file };
    return refuse(
      file.path,
      `${file.path} was added by hand, and the change adds another file with this name.`,
    );
  });
  return [...both, ...[...yours.values()].map((file) => ({ value: file }))];
}

/** Files of the result whose paths exclude each other. */
function collisions(files: readonly SourceFile[]): MergeConflict[] {
  const paths = new Map<string, string>();
  const conflicts: MergeConflict[] = [];
  for (const { path } of files) {
    const known = paths.get(path.toLowerCase());
    if (known !== undefined) conflicts.push(fileConflict(path, `${path} and ${known} cannot both exist.`));
    paths.set(path.toLowerCase(), path);
  }
  for (const path of paths.values())
    for (let cut = path.lastIndexOf("/"); cut > 0; cut = path.lastIndexOf("/", cut - 1)) {
      const folder = paths.get(path.slice(0, cut).toLowerCase());
      if (folder !== undefined)
        conflicts.push(fileConflict(path, `${folder} is a file, and ${path} needs a folder.`));
    }
  return conflicts;
}

const mapOf = (files: readonly SourceFile[]): FileMap => new Map(files.map((file) => [file.path, file]));
const byPath = (a: { readonly path: string }, b: { readonly path: string }) => (a.path < b.path ? -1 : 1);
