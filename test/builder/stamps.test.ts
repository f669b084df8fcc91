import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { changedStamps, takeStamps } from "#builder/stamps.ts";

it("file stamps include files below the longest path that the system permits", () => {
  const root = mkdtempSync(join(tmpdir(), "gantry-stamps-"));
  try {
    const before = takeStamps(root);
    const nest = `const fs = require("fs"), name = "d".repeat(200);
      for (let depth = 0; depth < 40; depth++) { fs.mkdirSync(name); process.chdir(name); }`;
    expect(spawnSync(process.execPath, ["-e", nest], { cwd: root }).status).toBe(0);
    expect(changedStamps(before, takeStamps(root))[0]).toBe("d".repeat(200));
  } finally {
    spawnSync("rm", ["-rf", root]); // Node's own removal ends at the longest path.
  }
});
