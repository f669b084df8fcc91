import type { StackAudit } from "./stack.ts";

/** An audit with Node's test runner, for stacks without a build. */
export const NODE_TEST: StackAudit = {
  command: "node --test",
  argv: ["{node}", "--test"],
  runner: "node-test",
  /** The files that `node --test` finds (Node's documentation of the test runner). */
  test_file: /(^|\/)(test\/.*|test|test-[^/]*|[^/]*[._-]test)\.[cm]?[jt]s$/,
  test_name: /(^|\/)(test|test-[^/]*|[^/]*[._-]test)\.[cm]?[jt]s$/,
  example: "test/app.test.js",
};
