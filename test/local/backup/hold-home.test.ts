import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { RUNNING_FILE, runningSchema } from "#core/running.ts";
import { backUp } from "#local/backup/backup.ts";
import { restore } from "#local/backup/restore.ts";
import { openHome } from "#local/home/open-home.ts";
import { portHolder } from "#local/port-holder.ts";

let dir: string;
let home: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-hold-"));
  home = join(dir, "home");
  openHome(home, () => {});
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The process that others find behind the record of a folder, however old the record is. */
async function holder(): Promise<number | undefined> {
  const { origin } = runningSchema.parse(JSON.parse(readFileSync(join(home, RUNNING_FILE), "utf8")));
  return (await portHolder(Number(new URL(origin).port)))?.pid;
}

describe("a process that works on a data folder", () => {
  it("is known as its user for as long as a backup takes", async () => {
    await backUp(home, join(dir, "backup"), new Date());
    expect(await holder()).toBe(process.pid);
  });

  it("is known as its user for as long as a restore takes", async () => {
    await expect(restore(home, join(dir, "none"), { force: true, now: new Date() })).rejects.toThrow();
    expect(await holder()).toBe(process.pid);
  });
});
