import type { StackAudit } from "#core/factory/stacks/stack.ts";

/** The files that Vitest finds (`include` of its defaults). */
const TEST_FILE = /\.(test|spec)\.[cm]?[jt]sx?$/;

export const VITEST: StackAudit = {
  command: "vitest run",
  argv: ["{node}", "node_modules/vitest/vitest.mjs", "run"],
  runner: "vitest",
  test_file: TEST_FILE,
  test_name: TEST_FILE,
  example: "src/app.test.ts",
};
