import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import SkippedReporter from "../../scripts/test/skipped.ts";
import { sampleOf, suitesOf } from "../../scripts/test/suites.ts";

const RUNNER = resolve("scripts/test.ts");
const FILES = [
  "test/core/web/accepts.test.ts",
  "test/core/web-client/page.test.ts",
  "test/core/web/support.ts",
  ...Array.from({ length: 9 }, (_, n) => `test/slow/crash/${n}.test.ts`),
  "test/slow/browser/deep/page.test.ts",
  "test/slow/browser/support.ts",
  "test/slow/helpers/only.ts",
];

/** A checkout whose jest prints how it was called, and this sentence. */
let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "gantry-runner-")));
  for (const file of FILES) write(file, "");
  jestPrints("");
});
afterAll(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), text);
}

function jestPrints(sentence: string, last = ""): void {
  const shown =
    "console.log(JSON.stringify({ args: process.argv.slice(2), sample: process.env.GANTRY_TEST_SAMPLE, pace: Number(process.env.GANTRY_TEST_PACE) }));";
  write("node_modules/jest/bin/jest.js", `${shown} console.error(${JSON.stringify(sentence)}); ${last}`);
}

const run = (...args: string[]) => runWith({ GANTRY_TEST_PACE: "1" }, ...args);

function runWith(env: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUNNER, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stdout, stderr, called: stdout.startsWith("{") ? JSON.parse(stdout) : undefined };
}

describe("the slow suites", () => {
  it("are the folders with tests in them", () => {
    expect(suitesOf(root)).toEqual(["browser", "crash"]);
  });

  it("are listed when none is named", () => {
    expect(run("slow")).toMatchObject({ status: 0, stdout: "Slow suites:\n  browser\n  crash\n" });
  });

  it("run by name, with jest's options", () => {
    expect(run("slow", "crash", "browser", "-t", "x").called).toMatchObject({
      args: [
        expect.stringMatching(/^--seed=\d+$/),
        ...["test/slow/crash/", "test/slow/browser/", "-t", "x", "--selectProjects", "slow"],
      ],
      sample: "",
    });
  });

  it("end the run with a sentence that names the known ones when one is unknown", () => {
    expect(run("slow", "crash", "brower")).toMatchObject({
      status: 2,
      stderr: "Unknown suite 'brower'; the slow suites are browser, crash.\n",
    });
  });
});

describe("a sample of the slow tests", () => {
  it("is the same for a seed, contains a file of each suite, and differs with the seed", () => {
    const samples = Array.from({ length: 40 }, (_, seed) => sampleOf(root, seed));
    expect(samples).toEqual(Array.from({ length: 40 }, (_, seed) => sampleOf(root, seed)));
    for (const [page, ...crash] of samples) {
      expect(page).toBe("test/slow/browser/deep/page.test.ts");
      expect(new Set(crash).size).toBe(3);
    }
    expect(new Set(samples.flat()).size).toBe(10);
  });

  it("is run by jest under its seed", () => {
    const { called, stderr } = run("sample", "--seed", "7");
    expect(stderr).toContain("Seed 7: --seed=7 repeats this run.");
    expect(called.args).toEqual([
      "--seed=7",
      "--runTestsByPath",
      ...sampleOf(root, 7),
      "--selectProjects",
      "slow",
    ]);
    expect(called.sample).toBe("1");
  });
});

describe("a skipped test", () => {
  const report = (config: object) => {
    const said = jest.spyOn(console, "error").mockImplementation(() => {});
    const reporter = new SkippedReporter(config);
    const testResults = [
      { status: "passed", fullName: "a build passes" },
      { status: "pending", fullName: "a build under uid (skipped: needs root)" },
    ];
    reporter.onTestResult({}, { testResults });
    reporter.onRunComplete();
    const lines = said.mock.calls.flat();
    said.mockRestore();
    return lines;
  };

  it("fails the run when a name filter leaves out every test", () => {
    const endOf = (testNamePattern: string, status: string) => {
      const reporter = new SkippedReporter({ testNamePattern });
      reporter.onTestResult({}, { testResults: [{ status, fullName: "a build passes" }] });
      return reporter.getLastError();
    };
    expect(endOf("nothing", "pending")).toEqual(new Error("No test has a name that matches 'nothing'."));
    expect(endOf("passes", "passed")).toBeUndefined();
    expect(endOf("", "pending")).toBeUndefined();
  });

  it("is named at the end, unless a name filter leaves it out", () => {
    expect(report({})).toEqual(["skipped: a build under uid (skipped: needs root)"]);
    expect(report({ testNamePattern: "passes" })).toEqual([]);
  });
});

describe("a test run", () => {
  it("of the fast tests passes on paths and options, and measures the machine", () => {
    const { called } = runWith({}, "fast", "test/core", "--seed=5");
    expect(called.args).toEqual(["--seed=5", "test/core/", "--selectProjects", "unit", "cloud", "e2e"]);
    expect(called.pace).toBeGreaterThanOrEqual(1);
  });

  it.each([
    ["test/core/web", "test/core/web/"],
    ["./test/core/web/", "test/core/web/"],
    ["<root>/test/core/web", "test/core/web/"],
    ["./test/core/web/accepts.test.ts", "test/core/web/accepts.test.ts"],
    ["core/web/acc", "core/web/acc"],
  ])("of %s runs the tests that match %s", (path, pattern) => {
    const given = path.replace("<root>", root);
    expect(run("fast", given, "-t", "a/b", "-u").called.args.slice(1, 5)).toEqual([
      pattern,
      "-t",
      "a/b",
      "-u",
    ]);
  });

  it.each(["test/core/nothing", "test/core/web/support.ts", "/nowhere/a.test.ts"])(
    "of %s, which matches no test, fails, even beside a path that exists",
    (path) => {
      expect(run("fast", "test/core/web", path)).toMatchObject({
        status: 1,
        stdout: "",
        stderr: `No test matches '${path}'.\n`,
      });
    },
  );

  it("of a word that is no regular expression fails with a sentence", () => {
    expect(run("fast", "core/(")).toMatchObject({
      status: 1,
      stderr: "'core/(' is neither a path nor a regular expression.\n",
    });
  });

  it.each([
    ["test/slow/crash/1.test.ts", "test/slow/crash/1.test.ts"],
    ["./test/slow", "test/slow/"],
  ])("of %s includes the slow tests, because their path is given", (path, pattern) => {
    expect(run("fast", path).called.args.slice(1)).toEqual([
      pattern,
      "--selectProjects",
      "unit",
      "cloud",
      "e2e",
      "slow",
    ]);
  });

  it.each([["nothing"], [""], ["fast", "--seed=x"], ["fast", "--seed"], ["fast", "--seed=2147483648"]])(
    "is refused with the arguments %j",
    (...args) => expect(run(...args)).toMatchObject({ status: 2, stdout: "" }),
  );

  it("ends with jest's exit code, and fails when jest was forced to end or did not end", () => {
    jestPrints("fine", "process.exitCode = 3");
    expect(run("fast").status).toBe(3);
    jestPrints("A worker process has failed to exit gracefully and has been force exited.");
    expect(run("fast")).toMatchObject({ status: 1, stderr: expect.stringContaining("left something open") });
    expect(runWith({ GANTRY_TEST_PACE: "4" }, "fast").status).toBe(0);
    const once = "const { existsSync, writeFileSync } = require('node:fs');";
    jestPrints(
      "",
      `${once} if (!existsSync("seen")) console.error("failed to exit gracefully"); writeFileSync("seen", "");`,
    );
    expect(run("fast")).toMatchObject({ status: 0, stderr: expect.stringContaining("once more") });
    jestPrints(
      "Jest did not exit one second after the test run has completed.",
      "setInterval(() => {}, 1000)",
    );
    expect(run("fast").status).toBe(1);
    jestPrints("");
  });
});
