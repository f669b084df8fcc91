import type { DraftRule } from "#core/factory/draft/rule.ts";
import { readTests } from "#core/factory/draft/test-code.ts";
import { type TestPair, testPairs } from "#core/factory/draft/test-pairs.ts";

/**
 * A repair must not delete test files, reduce their test cases or assertions, or run only some of them; it may move and
 * rewrite them.
 */
export const TESTS_KEPT: DraftRule = {
  id: "tests-kept",
  faults({ manifest, before }) {
    return before === null ? [] : testPairs(before, manifest).flatMap(lost);
  },
};

function lost({ had: file, has: next }: TestPair): string[] {
  if (!next) return [`The repair deletes ${file.path}: repair the app and keep its tests.`];
  const had = readTests(file.content);
  const has = readTests(next.content);
  if (has.only && !had.only)
    return [`The repair runs only some of the test cases in ${next.path}: remove ".only".`];
  if (has.cases < had.cases)
    return [`The repair leaves ${has.cases} of ${had.cases} test cases in ${next.path}: keep them all.`];
  if (has.assertions.length < had.assertions.length)
    return [
      `The repair leaves ${has.assertions.length} of ${had.assertions.length} assertions in ${next.path}: keep them all.`,
    ];
  return [];
}
