import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { watchDisk } from "#builder/process/watch-disk.ts";
import { DEFAULT_LIMITS } from "#core/build/job.ts";

const LIMITS = { ...DEFAULT_LIMITS, workspace_mb: 1, workspace_inodes: 100 };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gantry-disk-"));
});
afterEach(() => void spawnSync("rm", ["-rf", root]));

/** Why a command would be ended that has left this; undefined when two looks found nothing. */
async function verdict(script: string): Promise<string | undefined> {
  expect(spawnSync("/bin/sh", ["-c", `cd "$1" && ${script}`, "make", root]).status).toBe(0);
  let stop = () => {};
  const killed = new Promise<string>((resolve) => {
    stop = watchDisk([root], LIMITS, resolve);
  });
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, 2000, undefined));
  return Promise.race([killed, patience]).finally(stop);
}

/** A shell cannot go that deep. */
const DEEP = `'${process.execPath}' -e '
  for (let i = 0; i < 30; i++) { fs.mkdirSync("d".repeat(190)); process.chdir("d".repeat(190)); }
  fs.writeFileSync("fill", Buffer.alloc(3e6));
'`;
const FILL = "head -c 3000000 /dev/zero > fill";

describe("a command that fills the disk is found", () => {
  it.each([
    ["in its folder", FILL],
    ["below a path longer than the system allows", DEEP],
    ["below a name that is not UTF-8", `n=$(printf 'a\\377') && mkdir "$n" && cd "$n" && ${FILL}`],
    ["in a file whose name is not UTF-8", `n=$(printf 'a\\377') && ${FILL} && mv fill "$n"`],
  ])("%s", async (_, script) => {
    expect(await verdict(script)).toBe("disk");
  });

  it("by the number of its files", async () => {
    expect(await verdict("for i in $(seq 200); do : > f$i; done")).toBe("inodes");
  });

  it("and one within its limits goes on", async () => {
    writeFileSync(join(root, "small"), "x");
    expect(await verdict("mkdir a && : > a/b")).toBeUndefined();
  });
});
