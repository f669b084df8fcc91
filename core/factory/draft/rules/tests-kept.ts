import type { DraftRule } from "#core/factory/draft/rule.ts";
import { readTests, testFiles } from "#core/factory/draft/test-code.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** A repair must not delete test files or reduce their test cases or assertions; it may move and rewrite them. */
export const TESTS_KEPT: DraftRule = {
  id: "tests-kept",
  faults({ manifest, before }) {
    if (before === null) return [];
    const files = testFiles(before);
    const moved = testFiles(manifest).filter(({ path }) => !files.some((file) => file.path === path));
    return files.flatMap((file) => lost(file, counterpart(file, testFiles(manifest), moved)));
  },
};

/** The same file, or a new file of that name, which is removed from `moved` because it can replace only one file. */
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

function lost(file: SourceFile, next: SourceFile | undefined): string[] {
  if (!next) return [`The repair deletes ${file.path}: repair the app and keep its tests.`];
  const had = readTests(file.content);
  const has = readTests(next.content);
  if (has.cases < had.cases)
    return [`The repair leaves ${has.cases} of ${had.cases} test cases in ${next.path}: keep them all.`];
  if (has.assertions < had.assertions)
    return [
      `The repair leaves ${has.assertions} of ${had.assertions} assertions in ${next.path}: keep them all.`,
    ];
  return [];
}
