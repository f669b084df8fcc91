import { NODE_TEST } from "#core/factory/stacks/node-test.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";

/** Server functions and static files, deployed as drafted. */
export const NODE_API: Stack<"node-api"> = {
  name: "node-api",
  title: "Vercel functions on Node.js with a static front",
  tier: "small",
  build: [],
  audit: NODE_TEST,
  output: { static_folder: "public", functions_folder: "api" },
  imports: "exact",
  repairs: { packages: {}, scripts: { test: NODE_TEST.command } },
  prompt: {
    consultant: "when a server function is needed",
    architect:
      'functions in api/*.js with a default export (request, response); the front in public/; audit_command is "node --test". Functions keep nothing between calls.',
  },
  phrases: [
    "api",
    "rest api",
    "backend",
    "serverless",
    "server",
    "serverless function",
    "nodejs",
    "http api",
  ],
};
