import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { inFolder } from "#adapters/dependencies/work-folder.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-work-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function make(name: string): void {
  mkdirSync(join(dir, name, "node_modules"), { recursive: true });
  writeFileSync(join(dir, name, "node_modules", "a.js"), "");
}

describe("the work folder of an installation", () => {
  it("is removed afterwards, whether the work succeeds or fails", async () => {
    await inFolder(dir, async (folder) => writeFileSync(join(folder, "a"), ""));
    const failing = inFolder(dir, async (folder) => Promise.reject(new Error(folder)));
    await expect(failing).rejects.toThrow(dir);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("replaces the folders of processes that were killed, including one with the same process id", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    make(`gantry-dependencies-${pid}-a`);
    make(`gantry-dependencies-${process.pid}-b`);
    make("gantry-dependencies-Xy12zZ"); // As names were before they had an id.
    make("npm-cache");
    await inFolder(dir, async (folder) =>
      expect(readdirSync(dir).sort()).toEqual([basename(folder), "npm-cache"]),
    );
    expect(readdirSync(dir)).toEqual(["npm-cache"]);
  });

  it("leaves folders alone that this process or another one is using", async () => {
    make(`gantry-dependencies-${process.ppid}-a`);
    await inFolder(dir, async (first) => {
      await inFolder(dir, async (second) => expect(second).not.toBe(first));
      expect(existsSync(first)).toBe(true);
    });
    expect(readdirSync(dir)).toEqual([`gantry-dependencies-${process.ppid}-a`]);
  });
});
