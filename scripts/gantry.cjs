#!/usr/bin/env node
// `gantry`: the one bundled file in a package, the sources on this project's own Node in a checkout.
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
  // Node keeps what it has compiled, from 22 on. In the person's own folder: in a shared one it could be another's code.
  enableCompileCache?.(join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "gantry"));
  require("../dist/cli/gantry.cjs");
}
