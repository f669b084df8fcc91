import type { FileDifferences } from "#core/factory/plan/plan.ts";
import { fileBytes, type SourceFile } from "#core/kernel/files.ts";
import { gitBlobId } from "#core/kernel/tree.ts";

/** The paths that one set of files adds to, changes in and deletes from another, sorted. */
export function fileDifferences(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
): FileDifferences {
  const [was, is] = [contentsOf(before), contentsOf(after)];
  const paths = [...is.keys()].sort();
  return {
    added: paths.filter((path) => !was.has(path)),
    changed: paths.filter((path) => was.has(path) && was.get(path) !== is.get(path)),
    deleted: [...was.keys()].filter((path) => !is.has(path)).sort(),
  };
}

/** By their bytes, because the same bytes can be written as text and as base64. */
const contentsOf = (files: readonly SourceFile[]): ReadonlyMap<string, string> =>
  new Map(files.map((file) => [file.path, gitBlobId(fileBytes(file))]));
