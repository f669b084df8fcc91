import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { watchDisk } from "#builder/process/watch-disk.ts";
import { type BuildLimits, DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import { until } from "#test/support/limits.ts";

const LITTLE = { ...DEFAULT_LIMITS, workspace_mb: 1, workspace_inodes: 100 };
/** What others write to the same disk meanwhile does not matter. */
const FEW_FILES = { ...LITTLE, workspace_mb: 100_000 };

/** Enough for several looks, where the machine is idle. */
const LOOKS_MS = 2000;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gantry-disk-"));
});
afterEach(() => void spawnSync("rm", ["-rf", root]));

/** Why a command would be ended that has left this; when it is not, runs `next` as well. */
async function verdict(limits: BuildLimits, script: string, next?: string): Promise<string> {
  leave(script);
  const verdicts: string[] = [];
  const stop = watchDisk([root], limits, (reason) => verdicts.push(reason));
  try {
    if (next) {
      await sleep(LOOKS_MS);
      expect(verdicts).toEqual([]);
      leave(next);
    }
    return await until(() => verdicts[0]);
  } finally {
    stop();
  }
}

function leave(script: string): void {
  expect(spawnSync("/bin/sh", ["-c", `cd "$1" && ${script}`, "make", root]).status).toBe(0);
}

/** A shell cannot go that deep. */
const DEEP = `'${process.execPath}' -e '
  for (let i = 0; i < 30; i++) { fs.mkdirSync("d".repeat(190)); process.chdir("d".repeat(190)); }
  fs.writeFileSync("fill", Buffer.alloc(3e6));
'`;
const MANY = "for i in $(seq 200); do : > f$i; done";
const FILL = "head -c 3000000 /dev/zero > fill";

describe("a command that fills the disk is stopped", () => {
  it.each([
    ["in its folder", FILL],
    ["below a path longer than the system allows", DEEP],
    ["below a name that is not UTF-8", `n=$(printf 'a\\377') && mkdir "$n" && cd "$n" && ${FILL}`],
    ["in a file whose name is not UTF-8", `n=$(printf 'a\\377') && ${FILL} && mv fill "$n"`],
  ])("%s", async (_, script) => {
    expect(await verdict(LITTLE, script)).toBe("disk");
  });

  it("for the number of its files", async () => {
    expect(await verdict(FEW_FILES, MANY)).toBe("inodes");
  });

  it("only once it exceeds the limit", async () => {
    writeFileSync(join(root, "small"), "x");
    expect(await verdict(FEW_FILES, "mkdir a && : > a/b", MANY)).toBe("inodes");
  });
});
