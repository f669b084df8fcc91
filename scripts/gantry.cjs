#!/usr/bin/env node
// `gantry`: the one bundled file in a package, the sources on this project's own Node in a checkout.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const sources = join(__dirname, "../cli/main.ts");
if (existsSync(sources))
  void import("./own-node.mjs").then(({ runOnOwnNode }) =>
    runOnOwnNode([sources, ...process.argv.slice(2)], { cwd: process.cwd(), dev: false }),
  );
else require("../dist/cli/gantry.cjs");
