import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { SourceFile } from "#core/kernel/files.ts";
import { installViteApp, PACKAGE, type ViteApp } from "#test/builder/vite-app.ts";

/** Node's types are not among the packages. */
const UNTYPED: SourceFile = { path: "src/node.d.ts", content: 'declare module "node:fs";\n' };
const FAILED = /^src\/a\.test\.ts: 1 of 1 test failed\.$/;
/** Writes the report of a file that passed, and ends the process; does nothing where there is no report to write. */
const FORGE = `try {
  process.getBuiltinModule("fs").writeSync(9, '{"ended":"finished","planned":1,"passed":1,"failed":0,"skipped":0,"todo":0}\\n');
  process.reallyExit(0);
} catch {}`;
/** Makes every assertion of a test hold. */
const LENIENT = `import { expect } from "vitest";
  expect.extend({ toBe: () => ({ pass: true, message: () => "" }) });`;

let app: ViteApp;
beforeAll(async () => {
  app = await installViteApp();
});
afterAll(() => app.close());

describe("a hostile Vite app", () => {
  it("does not go live with a page that a test wrote into its output", async () => {
    const content = `import { it } from "vitest"; import { writeFileSync } from "node:fs";
      it("writes", () => writeFileSync("dist/index.html", "<h1>Other</h1>"));`;
    const { result, files } = await app.buildWith([{ path: "src/write.test.ts", content }, UNTYPED]);
    expect(result).toMatchObject({ verdict: "code", output: null });
    expect(files).toEqual([]);
  });

  it("does not go live with a page of its build that the policy forbids", async () => {
    const content = `export default { plugins: [{ name: "page", generateBundle() {
      this.emitFile({ type: "asset", fileName: "page.html", source: "<script src=//evil.example></script>" });
    } }] };`;
    const patterns = [
      { id: "script", pattern: "<script src=//", paths: "\\.html$", reason: "Own scripts only." },
    ];
    const { result } = await app.buildWith([{ path: "vite.config.js", content }], { patterns });
    expect(result).toMatchObject({
      verdict: "code",
      reason: "The output violates the policy: dist/page.html: Own scripts only.",
      output: null,
    });
  });

  const HEAD = 'import { expect, it, describe } from "vitest";\n';
  const config = (test: string) => ({
    path: "vite.config.js",
    content: `export default { test: { ${test} } };`,
  });
  const plugin = (hook: string) => ({
    path: "vite.config.js",
    content: `export default { plugins: [{ name: "x", ${hook} }] };`,
  });
  const PASSING = { path: "src/add.test.ts", content: `${HEAD}it("adds", () => expect(1).toBe(1));` };
  const failing = (path: string) => ({ path, content: `${HEAD}it("fails", () => expect(1).toBe(2));` });

  it.each<[string, SourceFile[], RegExp]>([
    [
      "process.exit(0) in a test",
      [
        {
          path: "src/a.test.ts",
          content: `${HEAD}declare const process: any;\nit("a", () => process.exit(0));`,
        },
      ],
      /^src\/a\.test\.ts: 1 of 1 test failed\.$/,
    ],
    [
      "an exit without any handler",
      [
        {
          path: "src/a.test.ts",
          content: `${HEAD}declare const process: any;\nit("a", () => process.reallyExit(0));`,
        },
      ],
      /^src\/a\.test\.ts/,
    ],
    [
      "only skipped tests and tests to do",
      [{ path: "src/a.test.ts", content: `${HEAD}it.skip("a", () => expect(1).toBe(2)); it.todo("b");` }],
      /^src\/a\.test\.ts skips 1 of 2 tests; every test must run\.$/,
    ],
    ["no test", [{ path: "src/a.test.ts", content: "export {};" }], /^src\/a\.test\.ts runs no test\.$/],
    [
      "a test picked out",
      [
        {
          path: "src/a.test.ts",
          content: `${HEAD}it.only("a", () => {}); it("b", () => expect(1).toBe(2));`,
        },
      ],
      /^src\/a\.test\.ts/,
    ],
    [
      "settings that leave tests out",
      [
        failing("src/a.test.ts"),
        config('exclude: ["**/a.test.ts"], include: ["src/add.test.ts"], passWithNoTests: true'),
      ],
      /^src\/a\.test\.ts: 1 of 1 test failed\.$/,
    ],
    [
      "settings that pick tests by name",
      [failing("src/a.test.ts"), config('testNamePattern: "adds", passWithNoTests: true, allowOnly: true')],
      /^src\/a\.test\.ts: 1 of 1 test failed\.$/,
    ],
    [
      "a test that is expected to fail",
      [{ path: "src/a.test.ts", content: `${HEAD}it.fails("a", () => expect(1).toBe(2));` }],
      /^src\/a\.test\.ts: 1 of 1 test failed\.$/,
    ],
    [
      "settings that run another file in its place",
      [
        failing("src/a.test.ts"),
        config('projects: [{ test: { name: "other", include: ["src/add.test.ts"] } }]'),
      ],
      /^src\/a\.test\.ts: 1 of 1 test failed\.$/,
    ],
    [
      "settings with a runner that runs nothing",
      [
        failing("src/a.test.ts"),
        config('runner: "./src/runner.js"'),
        {
          path: "src/runner.js",
          content:
            'import { TestRunner } from "vitest"; export default class extends TestRunner { runTask() {} }',
        },
      ],
      /^src\/a\.test\.ts: 1 of 1 test failed\.$/,
    ],
    [
      "settings that hide errors outside of tests",
      [
        {
          path: "src/a.test.ts",
          content: `${HEAD}it("a", () => { setTimeout(() => { throw new Error("late"); }); }); it("b", () => new Promise((done) => setTimeout(done, 50)));`,
        },
        config("onUnhandledError: () => false"),
      ],
      /^src\/a\.test\.ts failed with exit code 1\.$/,
    ],
    [
      "settings that end the process",
      [failing("src/a.test.ts"), plugin("configureServer() { process.exit(0); }")],
      FAILED,
    ],
    [
      "a plugin that writes the report",
      [failing("src/a.test.ts"), plugin(`configureServer() { ${FORGE} }`)],
      FAILED,
    ],
    [
      "a configuration of Vitest's own that writes the report",
      [failing("src/a.test.ts"), { path: "vitest.config.mjs", content: `${FORGE} export default {};` }],
      FAILED,
    ],
    [
      "a workspace that writes the report",
      [failing("src/a.test.ts"), { path: "vitest.workspace.js", content: `${FORGE} export default [];` }],
      FAILED,
    ],
    [
      "a configuration of PostCSS that writes the report",
      [
        failing("src/a.test.ts"),
        { path: "postcss.config.mjs", content: `${FORGE} export default { plugins: [] };` },
      ],
      FAILED,
    ],
    [
      "an app that calls itself Vitest",
      [
        failing("src/a.test.ts"),
        {
          path: "package.json",
          content: JSON.stringify({
            ...PACKAGE,
            name: "vitest",
            exports: {
              ".": { types: "./src/vitest.d.ts", default: "./src/lenient.js" },
              "./node": "./src/forge.js",
            },
            vitest: { setupFiles: ["./src/lenient.js"] },
          }),
        },
        { path: "src/forge.js", content: `${FORGE} export const startVitest = () => {};` },
        { path: "src/lenient.js", content: LENIENT },
        { path: "src/vitest.d.ts", content: "export declare const describe: any, it: any, expect: any;" },
      ],
      FAILED,
    ],
    [
      "a set-up file that redefines matchers",
      [
        failing("src/a.test.ts"),
        config('setupFiles: ["./src/setup.js"]'),
        { path: "src/setup.js", content: LENIENT },
      ],
      FAILED,
    ],
    [
      "a plugin that rewrites tests",
      [
        failing("src/a.test.ts"),
        plugin(
          'transform: (code, id) => id.endsWith("a.test.ts") ? code.replace("toBe(2)", "toBe(1)") : null',
        ),
      ],
      FAILED,
    ],
    [
      "an environment that writes the report",
      [
        failing("src/a.test.ts"),
        config('environment: "./src/environment.js"'),
        {
          path: "src/environment.js",
          content: `export default { name: "x", viteEnvironment: "ssr", async setup() { ${FORGE} return { teardown() {} }; } };`,
        },
      ],
      FAILED,
    ],
    [
      "threads that share the process of the report",
      [
        { path: "src/a.test.ts", content: `${HEAD}import "./forge.js";\nit("a", () => expect(1).toBe(2));` },
        { path: "src/forge.js", content: FORGE },
        { path: "src/forge.d.ts", content: "export {};" },
        config('pool: "threads"'),
      ],
      FAILED,
    ],
    [
      "options of Node in a file of the environment",
      [
        failing("src/a.test.ts"),
        {
          path: ".env.test",
          content: "NODE_OPTIONS=--import=./src/lenient.js\nVITEST_SKIP_INSTALL_CHECKS=1\nVITE_X=1\n",
        },
        { path: "src/lenient.js", content: LENIENT },
      ],
      FAILED,
    ],
    [
      "a module that the build put before another",
      [
        {
          path: "src/a.test.ts",
          content: `${HEAD}import { one } from "./one";\nit("a", () => expect(one).toBe(1));`,
        },
        { path: "src/one.ts", content: "export const one: number = 2;" },
        plugin(
          'closeBundle() { process.getBuiltinModule("fs").writeFileSync("src/one.js", "export const one = 1;"); }',
        ),
      ],
      /^The build changed its own source or packages: src\/one\.js\. It may write to its output folder only\.$/,
    ],
    [
      "a runner that the build replaced",
      [
        failing("src/a.test.ts"),
        {
          path: "vite.config.js",
          content: `import fs from "node:fs"; export default { plugins: [{ name: "x", closeBundle() {
            fs.writeFileSync("node_modules/vitest/dist/node.js", "export const startVitest = () => ({ close() {} });");
            fs.mkdirSync("node_modules/planted"); } }] };`,
        },
      ],
      /^The build changed its own source or packages: node_modules\/planted, node_modules\/vitest\/dist\/node\.js\. It may write/,
    ],
  ])("fails with %s", async (_, files, reason) => {
    const { result } = await app.buildWith([PASSING, ...files]);
    expect(result).toMatchObject({ verdict: "code", reason: expect.stringMatching(reason), output: null });
  });
});
