import { spawnSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import { measureControl } from "#builder/process/measure-control.ts";
import { cpuOfAll } from "#builder/process/processes.ts";
import { runCommand } from "#builder/process/run-command.ts";
import { createUidExecutor } from "#builder/sandboxes/uid.ts";
import { DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import { itUnless, noLinux, noRoot } from "#test/support/unless.ts";

const BURN_MS = 300;
const BURN = `while (process.cpuUsage().user + process.cpuUsage().system < ${BURN_MS * 1000});`;
/** Clock ticks are 10 ms, and each of two counters may lack one. */
const COUNTED_MS = BURN_MS - 20;

describe("CPU time", () => {
  itUnless(noLinux)("of a process includes children that have ended", () => {
    const before = cpuOfAll([process.pid]);
    expect(spawnSync(process.execPath, ["-e", BURN]).status).toBe(0);
    expect(cpuOfAll([process.pid]) - before).toBeGreaterThanOrEqual(COUNTED_MS);
  });

  itUnless(noLinux)("of a process that has ended is undefined", () => {
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    expect(cpuOfAll([pid])).toBe(0);
  });

  itUnless(noLinux ?? noRoot)("of a control group includes processes that were not waited for", async () => {
    const sandbox = await createUidExecutor().open(DEFAULT_LIMITS);
    try {
      const code = `require("node:child_process").spawn("/bin/sh", ["-c", 'trap "" CHLD; "$0" -e "$1"', process.execPath, ${JSON.stringify(BURN)}])`;
      const step = await runCommand({
        name: "build",
        argv: [sandbox.node, "-e", code],
        sandbox,
        limits: DEFAULT_LIMITS,
        deadline: performance.now() + 600_000,
        cancelled: new AbortController().signal,
        onOutput: () => undefined,
        onMemory: () => undefined,
      });
      expect(step.exit_code).toBe(0);
      expect(sandbox.cgroup?.cpuMs()).toBeGreaterThanOrEqual(COUNTED_MS);
    } finally {
      await sandbox.close();
    }
  });

  it("of the control is measured with its duration", async () => {
    const { ms, cpu_ms } = await measureControl();
    expect(ms).toBeGreaterThan(0);
    expect(cpu_ms).toBeGreaterThan(0);
  });
});
