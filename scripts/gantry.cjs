#!/usr/bin/env node
// `gantry`: in a package the bundled file, in a checkout the sources on the project's own Node.
const { existsSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { homedir } = require("node:os");
const { join } = require("node:path");

const sources = join(__dirname, "../cli/main.ts");
if (existsSync(sources))
  void import("./own-node.mjs").then(({ runOnOwnNode }) =>
    runOnOwnNode([sources, ...process.argv.slice(2)], { cwd: process.cwd(), dev: false }),
  );
else {
  // Enables Node's compile cache (Node 22 or later), in the user's own folder, because a shared folder could
  // contain another user's code.
  enableCompileCache?.(join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "gantry"));
  require("../dist/cli/gantry.cjs");
}
