import type { DraftRule } from "#core/factory/draft/rule.ts";
import { readTests, testFiles } from "#core/factory/draft/test-code.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";

/** A draft must have tests, and each test file must have a test case and an assertion that can fail. */
export const TESTS_ASSERT: DraftRule = {
  id: "tests-assert",
  faults({ manifest }) {
    const files = testFiles(manifest);
    if (files.length === 0)
      return [
        `The draft has no tests: add a file that "${manifest.audit_command}" runs, such as ${stackOf(manifest.stack).audit.example}.`,
      ];
    return files.flatMap(({ path, content }) => {
      const { cases, assertions } = readTests(content);
      if (cases === 0) return `${path} is run as a test but has no test case: add one, or move the file.`;
      if (assertions === 0)
        return `${path} asserts nothing: check the app's behaviour with assert or expect.`;
      return [];
    });
  },
};
