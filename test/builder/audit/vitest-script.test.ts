import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readReport } from "#builder/audit/read-report.ts";
import { testCommand } from "#builder/audit/test-command.ts";
import { REPORT_FD } from "#builder/process/run-command.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";

/** Stands for the installed Vitest: reports one failed test, and prints what it was started with. */
const VITEST = `export const version = "4.0.0", viteVersion = "8.0.0";
  export async function startVitest(mode, filters, options, vite) {
    const test = { options: { mode: "run" }, result: () => ({ state: "failed" }) };
    options.reporters[1].onTestRunEnd([{ moduleId: "src/a.test.ts", children: { allTests: () => [test] } }]);
    console.log(JSON.stringify({ options, vite }));
    process.exitCode = 1;
  }`;
const FORGERY = `import { writeSync } from "node:fs";
  writeSync(${REPORT_FD}, '{"ended":"finished","planned":1,"passed":1,"failed":0,"skipped":0,"todo":0}\\n');
  process.reallyExit(0);`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gantry-vitest-"));
  put("node_modules/vitest/package.json", {
    name: "vitest",
    type: "module",
    exports: { "./node": "./n.js" },
  });
  put("node_modules/vitest/n.js", VITEST);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string | object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
}

function audit() {
  const [node = "", ...args] = testCommand(stackOf("vite-react"), process.execPath, "src/a.test.ts");
  const stdio: ("ignore" | "pipe")[] = ["ignore", "pipe", "pipe"];
  while (stdio.length < REPORT_FD) stdio.push("ignore");
  const { output, stdout, stderr, status } = spawnSync(node, args, {
    cwd: root,
    env: {},
    encoding: "utf8",
    stdio: [...stdio, "pipe"],
  });
  const report = readReport({ path: "src/a.test.ts", helper: false }, output[REPORT_FD] ?? "");
  return { report, stdout, stderr, status };
}

/** What Vitest was started with. */
const started = () => JSON.parse(audit().stdout.trim());

describe("the audit with Vitest", () => {
  it("reports the result that Vitest gives for the file", () => {
    expect(audit()).toMatchObject({ status: 1, report: { ended: "finished", planned: 1, failed: 1 } });
  });

  it("loads no code of the app into the process that reports", () => {
    put("vite.config.js", FORGERY);
    const { options, vite } = started();
    expect(options).toMatchObject({ config: false, pool: "forks", allowOnly: false });
    expect(options).not.toHaveProperty("setupFiles");
    expect(vite).not.toHaveProperty("plugins");
    expect(vite.css).toEqual({ postcss: { plugins: [] } });
    expect(vite.envDir).not.toContain(root);
    expect(readdirSync(root).sort()).toEqual(["node_modules", "vite.config.js"]);
  });

  it("loads Vitest from its folder when the app has the same name", () => {
    put("package.json", { name: "vitest", type: "module", exports: { "./node": "./forgery.js" } });
    put("forgery.js", FORGERY);
    expect(audit().report).toMatchObject({ passed: 0, failed: 1 });
  });

  it.each([
    ["node", []],
    ["jsdom", ["jsdom"]],
    ["happy-dom", ["happy-dom"]],
    ["jsdom", ["happy-dom", "jsdom"]],
  ])("runs tests in the environment %s with the packages %j, and prints which", (environment, packages) => {
    for (const name of packages) put(`node_modules/${name}/package.json`, {});
    expect(started().options).toMatchObject({ environment, globals: true });
    expect(audit().stderr).toContain(`environment ${environment}, globals, '@/' for src/.`);
  });

  it("refuses Vitest before version 4", () => {
    put("node_modules/vitest/n.js", VITEST.replace("4.0.0", "3.2.0"));
    expect(audit()).toMatchObject({ status: 1, stderr: "The audit needs Vitest 4 or newer.\n" });
    expect(audit().report).toMatchObject({ ended: "lost", planned: 0 });
  });
});
