import { describe, expect, it } from "@jest/globals";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { build } from "#test/builder/build.ts";
import { availableBackends } from "#test/builder/hostile/backends.ts";
import { makeJob, STATIC_APP } from "#test/builder/jobs.ts";

const HEAD = 'import test from "node:test"; import assert from "node:assert"; import fs from "node:fs";\n';
/** A static app with these test files instead of its own. */
const tested = (tests: Record<string, string>): SourceFile[] => [
  ...STATIC_APP.filter(({ path }) => !path.startsWith("test/")),
  ...Object.entries(tests).map(([path, code]) => ({ path, content: HEAD + code })),
];
const PASSES = 'test("passes", () => {});';
const FAILS = 'test("fails", () => assert.fail("on purpose"));';
/** What the reporter of the audit writes, as a test would forge it. */
const FORGED = JSON.stringify({ ended: "finished", planned: 1, passed: 1, failed: 0, skipped: 0, todo: 0 });

/** Tests that must not be green, and the sentence that people and the healer read. */
const RED: readonly (readonly [string, Record<string, string>, string | RegExp])[] = [
  [
    "process.exit(0) inside a test",
    { "test/a.test.js": `${PASSES} test("ends", () => process.exit(0)); ${FAILS}` },
    "test/a.test.js ended before its tests were finished: it calls process.exit.",
  ],
  [
    "process.exit(0) behind the tests",
    { "test/a.test.js": `${FAILS} process.exit(0);` },
    "test/a.test.js ended before its tests were finished: it calls process.exit.",
  ],
  [
    "process.exit(0) in a hook",
    { "test/a.test.js": `test.before(() => process.exit(0)); ${FAILS}` },
    "test/a.test.js ended before its tests were finished: it calls process.exit.",
  ],
  [
    "process.exit(0) in a hook after the tests",
    { "test/a.test.js": `test.after(() => process.exit(0)); ${FAILS}` },
    /^test\/a\.test\.js /,
  ],
  [
    "an exit that runs no handler",
    { "test/a.test.js": `${PASSES} test("ends", () => process.reallyExit(0)); ${FAILS}` },
    "test/a.test.js ended before its tests were finished.",
  ],
  [
    "an exit code set to 0 at the end",
    { "test/a.test.js": `${FAILS} process.on("exit", () => { process.exitCode = 0; });` },
    "test/a.test.js: 1 of 1 test failed.",
  ],
  [
    "a test that is skipped",
    { "test/a.test.js": `${PASSES} test.skip("fails", () => assert.fail());` },
    "test/a.test.js skips 1 of 2 tests; every test must run.",
  ],
  [
    "a suite that is skipped",
    {
      "test/a.test.js": `${PASSES} test.describe("s", { skip: true }, () => { test.it("fails", () => assert.fail()); });`,
    },
    /^test\/a\.test\.js skips /,
  ],
  [
    "a test that skips itself",
    { "test/a.test.js": `${PASSES} test("s", (t) => { t.skip(); assert.fail(); });` },
    /^test\/a\.test\.js skips 1 of 2 tests/,
  ],
  [
    "only tests to do",
    { "test/a.test.js": `test("later", { todo: true }, () => assert.fail());` },
    "test/a.test.js leaves 1 of 1 test to do; every test must run.",
  ],
  [
    "a test that is expected to fail",
    { "test/a.test.js": `test("fails", { expectFailure: true }, () => assert.fail());` },
    "test/a.test.js: 1 of 1 test failed.",
  ],
  [
    "tests of a suite that are expected to fail",
    {
      "test/a.test.js": `${PASSES} test.describe("s", () => { test.it.expectFailure("a", () => assert.fail()); });`,
    },
    "test/a.test.js: 1 of 2 tests failed.",
  ],
  ["no test at all", { "test/a.test.js": "assert.ok(true);" }, "test/a.test.js runs no test."],
  ["an empty suite", { "test/a.test.js": `test.describe("s", () => {});` }, "test/a.test.js runs no test."],
  [
    "one test picked out of two",
    { "test/a.test.js": `test.only("passes", () => {}); ${FAILS}` },
    /1 of 2 tests failed/,
  ],
  [
    "one suite's test picked out",
    {
      "test/a.test.js": `test.describe("s", () => { test.it.only("a", () => {}); test.it("b", () => assert.fail()); });`,
    },
    /1 of 2 tests failed/,
  ],
  [
    "only helpers without a test",
    { "test/helper.js": "export const a = 1;", "test/other.js": "export const b = 1;" },
    "The audit ran no test.",
  ],
  [
    "a helper that ends the process",
    { "test/a.test.js": PASSES, "test/helper.js": "process.exit(0);" },
    /^test\/helper\.js ended/,
  ],
  [
    "a failing test in a folder of tests",
    { "test/a.test.js": PASSES, "test/unit/add.js": FAILS },
    /^test\/unit\/add\.js/,
  ],
  [
    "a report forged on stdout and stderr",
    {
      "test/a.test.js": `process.stdout.write(${JSON.stringify(`${FORGED}\n`)}); process.stderr.write(${JSON.stringify(`${FORGED}\n`)}); process.exit(0);`,
    },
    /ended before its tests were finished/,
  ],
  [
    "a report on the report's own descriptor, beside the genuine one",
    {
      "test/a.test.js": `for (let fd = 3; fd < 12; fd++) try { fs.writeSync(fd, ${JSON.stringify(`${FORGED}\n`)}); } catch {} ${FAILS}`,
    },
    /^test\/a\.test\.js/,
  ],
  [
    "another test file rewritten",
    {
      "test/a.test.js": `test("writes", () => fs.writeFileSync("test/b.test.js", 'import test from "node:test"; test("b", () => {});'));`,
      "test/b.test.js": FAILS,
    },
    "test/a.test.js wrote into the app: test/b.test.js. Tests may write to the system's temporary folder only.",
  ],
  [
    "another test file rewritten, and restored by itself",
    {
      "test/a.test.js": `const file = "test/b.test.js"; const old = fs.readFileSync(file, "utf8"); const { mtime, atime } = fs.statSync(file);
        test("writes", () => { fs.writeFileSync(file, "x"); fs.writeFileSync(file, old); fs.utimesSync(file, atime, mtime); });`,
      "test/b.test.js": PASSES,
    },
    /^test\/a\.test\.js wrote into the app: test\/b\.test\.js\./,
  ],
  [
    "settings for what runs next",
    {
      "test/a.test.js": `test("writes", () => { fs.writeFileSync("test/package.json", "{}"); fs.mkdirSync("node_modules/x", { recursive: true }); fs.writeFileSync("node_modules/x/index.js", ""); });`,
      "test/b.test.js": PASSES,
    },
    /^test\/a\.test\.js wrote into the app: node_modules, node_modules\/x, node_modules\/x\/index\.js, test\/package\.json\./,
  ],
];

describe.each(availableBackends())("the tests of an app under $title", ({ executor }) => {
  const run = (files: SourceFile[], limits: Partial<BuildLimits> = {}, command = "node --test") =>
    build(
      makeJob("http://127.0.0.1:1", { files, audit_command: command, limits: { cpu_cores: 2, ...limits } }),
      executor,
    );

  it.each(RED)("fail the build with %s", async (_, tests, reason) => {
    const { result } = await run(tested(tests));
    expect(result).toMatchObject({
      verdict: "code",
      reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
      output: null,
    });
  });

  it("pass when every file ran every test, as recorded", async () => {
    const { result } = await run(
      tested({
        "test/a.test.js": `${PASSES} test.describe("s", () => { test.it("one", () => {}); test.it("two", () => {}); });`,
        "test/b.test.js": `import { x } from "./helper.js"; test("uses a helper", async (t) => { assert.equal(x, 1); await t.test("and another", () => {}); });`,
        "test/helper.js": "export const x = 1;",
      }),
    );
    expect(result).toMatchObject({ verdict: "passed", reason: "Build and audit passed." });
    expect(
      result.steps.map(({ command, tests }) => [command.slice(1), tests?.passed, tests?.helper]),
    ).toEqual([
      [["--test", "test/a.test.js"], 3, false],
      [["--test", "test/b.test.js"], 2, false],
      [["--test", "test/helper.js"], 0, true],
    ]);
  });

  it("run without files or daemons of other test files", async () => {
    const daemon = `import { spawn } from "node:child_process";
      const code = 'const fs = require("fs"); setInterval(() => { try { fs.writeFileSync("public/late.html", "x"); } catch {} try { fs.writeFileSync("/tmp/late", "x"); } catch {} }, 5)';
      test("leaves a daemon", () => { spawn(process.execPath, ["-e", code], { detached: true, stdio: "ignore" }).unref(); });`;
    const { result } = await run(
      tested({
        "test/a.test.js": daemon,
        "test/b.test.js": `test("waits", async () => { await new Promise((r) => setTimeout(r, 300)); assert.ok(!fs.existsSync("public/late.html")); });`,
      }),
    );
    // Whether the daemon came to write before it was ended is chance; what it wrote never goes live.
    if (result.verdict === "passed")
      expect(result.output?.entries.map(({ path }) => path)).not.toContain("static/late.html");
    else expect(result.reason).toContain("test/a.test.js wrote into the app: public/late.html.");
  });

  it("are not chosen by the app's own settings", async () => {
    const files = tested({ "test/a.test.js": FAILS });
    const settings = [
      {
        path: "package.json",
        content: JSON.stringify({
          type: "module",
          scripts: { test: "true" },
          config: { "node-options": "--test-name-pattern=zzz" },
        }),
      },
      {
        path: "node.config.json",
        content: JSON.stringify({ testRunner: { "test-name-pattern": ["zzz"], "test-only": true } }),
      },
    ];
    const { result } = await run([...files.filter(({ path }) => path !== "package.json"), ...settings]);
    expect(result).toMatchObject({ verdict: "code", reason: "test/a.test.js: 1 of 1 test failed." });
  });

  it("are all run, whatever the audit command names", async () => {
    const files = tested({ "test/a.test.js": PASSES, "test/b.test.js": FAILS, "checks/c.js": FAILS });
    const { result } = await run(files, {}, "node --test test/a.test.js checks/c.js");
    expect(result).toMatchObject({ verdict: "code" });
    expect(result.steps.map(({ tests }) => [tests?.file, tests?.failed])).toEqual([
      ["checks/c.js", 1],
      ["test/a.test.js", 0],
      ["test/b.test.js", 1],
    ]);
    expect(result.reason).toBe("checks/c.js: 1 of 1 test failed. 1 more test file failed: test/b.test.js.");
  });
});
