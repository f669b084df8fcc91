import type { DraftRule } from "#core/factory/draft/rule.ts";
import { readTests, testFiles } from "#core/factory/draft/test-code.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";

/** An assertion that says only that there was no error. */
const NO_ERROR = /\bdoesNot(?:Throw|Reject)\b|\.not\.toThrow\w*\(/;

/**
 * A draft must have tests, and each test file must have a test case and an assertion that can fail. A file without test
 * cases in a test folder is a helper, unless it has the name of a test file. No case has an empty body. Not all
 * assertions of a file may depend on a condition, or say only that nothing is thrown.
 */
export const TESTS_ASSERT: DraftRule = {
  id: "tests-assert",
  faults({ manifest }) {
    const { test_name, example } = stackOf(manifest.stack).audit;
    const files = testFiles(manifest)
      .map(({ path, content }) => ({ path, ...readTests(content) }))
      .filter(({ path, cases, empty }) => cases + empty > 0 || test_name.test(path));
    if (files.length === 0)
      return [
        `The draft has no tests: add a file that "${manifest.audit_command}" runs, such as ${example}.`,
      ];
    return files.flatMap(({ path, cases, empty, assertions }) => {
      if (empty > 0)
        return `${path} has ${empty === 1 ? "a test case" : `${empty} test cases`} with an empty body: write what is tested, or remove it.`;
      if (cases === 0) return `${path} is run as a test but has no test case: add one, or move the file.`;
      if (assertions.length === 0)
        return `${path} asserts nothing: check the app's behaviour with assert or expect.`;
      if (assertions.every(({ conditional }) => conditional))
        return `${path} asserts something only if a condition holds: assert that it holds, or what follows without it.`;
      if (assertions.every(({ text }) => NO_ERROR.test(text)))
        return `${path} asserts only that nothing is thrown: check what the app does or shows.`;
      return [];
    });
  },
};
