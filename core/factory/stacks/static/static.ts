import { NODE_TEST } from "#core/factory/stacks/node-test.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";

/** Static files, deployed as drafted. */
export const STATIC: Stack<"static"> = {
  name: "static",
  title: "HTML, CSS and JavaScript",
  tier: "small",
  build: [],
  audit: NODE_TEST,
  output: { static_folder: "public" },
  imports: "exact",
  repairs: { packages: {}, scripts: { test: NODE_TEST.command } },
  prompt: {
    consultant: "for apps that keep their data in the browser",
    architect:
      'files below public/ are served as they are; logic lives in ES modules that tests can import without a DOM; tests are test/*.test.js for Node\'s test runner; audit_command is "node --test". No dependencies.',
  },
  phrases: [
    "no framework",
    "without framework",
    "without react",
    "no react",
    "plain html",
    "vanilla javascript",
  ],
};
