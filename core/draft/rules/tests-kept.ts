import type { DraftRule } from "#core/draft/rule.ts";
import { readTests, testFiles } from "#core/draft/test-code.ts";
import type { SourceFile } from "#core/files.ts";

/** A repair deletes no test and takes no test case and no assertion out of one; it may move and rewrite them. */
export const TESTS_KEPT: DraftRule = {
  id: "tests-kept",
  faults({ manifest, before }) {
    if (before === null) return [];
    const after = testFiles(manifest);
    return testFiles(before).flatMap((file) => lost(file, counterpart(file, after)));
  },
};

/** The same file, or one of its name in another folder. */
function counterpart({ path }: SourceFile, files: readonly SourceFile[]): SourceFile | undefined {
  const name = path.split("/").at(-1);
  return (
    files.find((file) => file.path === path) ?? files.find((file) => file.path.split("/").at(-1) === name)
  );
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
