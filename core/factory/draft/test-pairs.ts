import { testFiles } from "#core/factory/draft/test-code.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** A test file before a repair, and after it; undefined if it is gone. */
export interface TestPair {
  readonly had: SourceFile;
  readonly has: SourceFile | undefined;
}

/**
 * The test files from before a repair with the same files after it, or with new files of the same name, because a repair
 * may move them.
 */
export function testPairs(before: Manifest, after: Manifest): TestPair[] {
  const had = testFiles(before);
  const files = testFiles(after);
  const moved = files.filter(({ path }) => !had.some((file) => file.path === path));
  return had.map((file) => ({ had: file, has: counterpart(file, files, moved) }));
}

/** A moved file is removed from `moved`, because it can replace only one file. */
function counterpart(
  { path }: SourceFile,
  files: readonly SourceFile[],
  moved: SourceFile[],
): SourceFile | undefined {
  const same = files.find((file) => file.path === path);
  if (same) return same;
  const index = moved.findIndex((file) => nameOf(file.path) === nameOf(path));
  return index < 0 ? undefined : moved.splice(index, 1)[0];
}

function nameOf(path: string): string | undefined {
  return path.split("/").at(-1);
}
