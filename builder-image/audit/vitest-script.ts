import { REPORT_FD } from "#builder/process/run-command.ts";

/**
 * Runs the test file in the last argument with Vitest's Node API and a configuration without anything from the app:
 * the app's code runs only in the processes of the tests, not in this one, which reports. Imports Vitest by path,
 * because a bare name can resolve to the app. Tests and hooks have only the supervisor's time limit, which takes slow
 * machines into account. Writes one line about this file's tests at the end of the run, or when the process ends
 * earlier. A test that is expected to fail counts as failed.
 */
export const VITEST_SCRIPT = `
import { existsSync, mkdtempSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
const file = process.argv.at(-1), root = process.cwd(), packages = join(root, "node_modules");
const counts = { planned: 0, passed: 0, failed: 0, skipped: 0, todo: 0 };
let ended = "exited";
process.on("exit", () => writeSync(${REPORT_FD}, JSON.stringify({ ended, ...counts }) + "\\n"));
function end(how, code, sentence) {
  ended = how;
  if (sentence) console.error(sentence);
  process.exit(code);
}
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
const { startVitest, version, viteVersion } = await import(
  pathToFileURL(createRequire(join(packages, "vitest/package.json")).resolve("vitest/node")).href
);
// Older versions run a workspace file of the app and report too little.
if (!(parseInt(version) >= 4)) end("lost", 1, "The audit needs Vitest 4 or newer.");
const environment = ["jsdom", "happy-dom"].find((name) => existsSync(join(packages, name))) ?? "node";
console.error(
  "The audit's own settings: environment " + environment + ", globals, '@/' for src/. " +
  "Test settings and set-up files of the app are not used.",
);
const empty = mkdtempSync(join(tmpdir(), "vite-"));
const vitest = await startVitest("test", [], {
  config: false, root, dir: root, include: [file.replace(/[()[\\]{}!*?@+#\\\\]/g, "\\\\$&")], exclude: [],
  environment, globals: true, pool: "forks", testTimeout: 0, hookTimeout: 0, run: true, watch: false, api: false, allowOnly: false, cache: false,
  reporters: ["default", reporter],
}, {
  cacheDir: join(empty, "cache"), envDir: empty, css: { postcss: { plugins: [] } },
  resolve: { alias: { "@": join(root, "src") } },
  ...(parseInt(viteVersion) >= 8
    ? { oxc: { jsx: { runtime: "automatic", importSource: "react" } } }
    : { esbuild: { jsx: "automatic", jsxImportSource: "react" } }),
});
await vitest?.close();
end(over ? "finished" : "lost", over ? process.exitCode : 1);
`;
