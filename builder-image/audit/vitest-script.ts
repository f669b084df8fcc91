import { REPORT_FD } from "#builder/process/run-command.ts";

/**
 * Runs one test file, named by the last argument, with Vitest's own programming interface: settings of the app's
 * configuration that would leave tests out, repeat them, run them in another way or write into the app are overruled.
 * Writes one line about this file's tests when the run is over, or when something ends the process before. A test that
 * is expected to fail passes because it fails, and counts as failed.
 */
export const VITEST_SCRIPT = `
import { mkdtempSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
const file = process.argv.at(-1), root = process.cwd();
const write = writeSync, text = JSON.stringify;
const counts = { planned: 0, passed: 0, failed: 0, skipped: 0, todo: 0 };
let ended = "exited";
process.on("exit", () => write(${REPORT_FD}, text({ ended, ...counts }) + "\\n"));
let over = false;
const reporter = {
  onTestRunEnd(modules) {
    over = true;
    const own = modules.filter(({ moduleId }) => resolve(moduleId) === resolve(root, file));
    for (const module of own) for (const test of module.children.allTests()) {
      counts.planned++;
      const { state } = test.result();
      if (test.options.mode === "todo") counts.todo++;
      else if (state === "passed" && test.options.fails) counts.failed++;
      else if (state !== "pending") counts[state]++;
    }
  },
};
const overrule = {
  name: "audit", enforce: "post",
  config: { order: "post", handler({ test = {} }) {
    for (const setting of ["projects", "runner", "onUnhandledError"]) delete test[setting];
  } },
};
const { startVitest } = await import("vitest/node");
const vitest = await startVitest("test", [], {
  root, dir: root, include: [file.replace(/[()[\\]{}!*?@+#\\\\]/g, "\\\\$&")], exclude: [], includeSource: [],
  run: true, watch: false, ui: false, api: false, passWithNoTests: false, allowOnly: false, update: false,
  testNamePattern: undefined, shard: undefined, changed: undefined, related: undefined, bail: 0, retry: 0,
  dangerouslyIgnoreUnhandledErrors: false, coverage: { enabled: false }, typecheck: { enabled: false },
  browser: { enabled: false }, cache: false, fsModuleCache: false, reporters: ["default", reporter],
}, { cacheDir: mkdtempSync(join(tmpdir(), "vite-")), configLoader: "runner", plugins: [overrule] });
await vitest?.close();
if (!over) console.error("The audit needs Vitest 3 or newer.");
ended = over ? "finished" : "lost";
process.exit(over ? process.exitCode : 1);
`;
