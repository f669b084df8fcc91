import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readRunning } from "#cli/service/running.ts";
import { RUNNING_FILE, runningSchema } from "#core/operations/running.ts";
import { backUp } from "#local/backup/backup.ts";
import { holdHome } from "#local/backup/hold-home.ts";
import { restore } from "#local/backup/restore.ts";
import { openHome } from "#local/home/open-home.ts";
import { portHolder } from "#local/port-holder.ts";

let dir: string;
let home: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "gantry-hold-"));
  home = join(dir, "home");
  await openHome(home, () => {});
});
afterEach(() => rmSync(dir, { recursive: true }));

const record = () => runningSchema.parse(JSON.parse(readFileSync(join(home, RUNNING_FILE), "utf8")));

describe("a process that works on a data folder", () => {
  it("is its user for as long as that takes, and is not taken for a Gantry service", async () => {
    await holdHome(home, "backup", async (running) => {
      expect(running).toBeUndefined();
      const { origin, task } = record();
      expect(task).toBe("backup");
      // However old the record is, its port shows that the process is the one that is meant.
      expect((await portHolder(Number(new URL(origin).port)))?.pid).toBe(process.pid);
      expect(readRunning({ home })).toBeUndefined();
    });
    expect(existsSync(join(home, RUNNING_FILE))).toBe(false);
  });

  it("leaves no record and no listener, whether it succeeds or fails", async () => {
    const listeners = process.listenerCount("exit");
    for (const name of ["a", "b"]) await backUp(home, join(dir, name), new Date());
    const options = { force: true, now: new Date() };
    await expect(restore(home, join(dir, "none"), options)).rejects.toThrow("there is no such file");
    expect(existsSync(join(home, RUNNING_FILE))).toBe(false);
    expect(process.listenerCount("exit")).toBe(listeners);
  });
});
