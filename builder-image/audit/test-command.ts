import type { Stack } from "#core/factory/stacks/stack.ts";
import { NODE_TEST_SCRIPT } from "./node-test-script.ts";
import { VITEST_SCRIPT } from "./vitest-script.ts";

const NODE_TEST = `data:text/javascript,${encodeURIComponent(NODE_TEST_SCRIPT)}`;

/**
 * The argument vector that runs one test file with a report. Its scripts are arguments, so that no test can change
 * them.
 */
export function testCommand({ audit }: Stack, node: string, file: string): string[] {
  if (audit.runner === "vitest") return [node, "--input-type=module", "--eval", VITEST_SCRIPT, "--", file];
  return [
    node,
    `--import=${NODE_TEST}`,
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...[`--test-reporter=${NODE_TEST}`, "--test-reporter-destination=stderr"],
    file,
  ];
}
