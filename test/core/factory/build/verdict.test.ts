import { describe, expect, it } from "@jest/globals";
import { DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import { KILL_REASONS, type StepResult } from "#core/factory/build/result.ts";
import type { TestReport } from "#core/factory/build/test-report.ts";
import { type BuildRecord, judge } from "#core/factory/build/verdict.ts";
import { passedReport } from "#test/support/passed-report.ts";

const stream = { bytes: 0, head: "all tests passed", tail: "" };
const report = passedReport("test/a.test.js");
const step: StepResult = {
  name: "audit",
  command: ["node"],
  exit_code: 0,
  signal: null,
  killed: null,
  ms: 1,
  peak_memory_mb: 1,
  oom_kills: 0,
  stdout: stream,
  stderr: stream,
  tests: report,
};
const clean: BuildRecord = {
  steps: [step],
  refused: undefined,
  environment: undefined,
  stopped: undefined,
  cpu_share: undefined,
  changed: [],
  altered: { by: null, paths: [] },
  output: undefined,
};
const verdictOf = (changes: Partial<BuildRecord>) => judge({ ...clean, ...changes }, DEFAULT_LIMITS).verdict;

describe("judge", () => {
  it.each([137, 153])(
    "reports a test file that exits with %d by itself as the app's failure",
    (exit_code) => {
      expect(verdictOf({ steps: [{ ...step, exit_code, tests: { ...report, ended: "exited" } }] })).toBe(
        "code",
      );
    },
  );

  it("passes only when the audit exited with 0", () => {
    expect(verdictOf({})).toBe("passed");
    expect(verdictOf({ steps: [{ ...step, exit_code: 1 }] })).toBe("code");
    expect(verdictOf({ steps: [{ ...step, name: "build" }] })).toBe("environment");
    expect(verdictOf({ steps: [] })).toBe("environment");
  });

  it.each(KILL_REASONS)(
    "reports a command killed by the supervisor for %s as killed, whatever the exit code",
    (killed) => {
      expect(verdictOf({ steps: [{ ...step, killed }] })).toBe("killed");
    },
  );

  it("reports a child process that ran out of memory as killed, even when the command exited with 0", () => {
    expect(verdictOf({ steps: [{ ...step, oom_kills: 1 }] })).toBe("killed");
  });

  it.each([
    ["exit 137 without a kill of ours", { exit_code: 137 }],
    ["SIGKILL without a kill of ours", { exit_code: null, signal: "SIGKILL" }],
    ["a command that never started", { exit_code: null }],
  ])("reports %s as an environment failure", (_, changes) => {
    expect(verdictOf({ steps: [{ ...step, ...changes }] })).toBe("environment");
  });

  it("reports a changed source, an output changed by the audit, an unusable output and an unusable draft as the app's failure", () => {
    expect(verdictOf({ changed: ["src/a.ts"] })).toBe("code");
    expect(verdictOf({ altered: { by: null, paths: ["static/a.html"] } })).toBe("code");
    expect(verdictOf({ output: "dist/ is empty" })).toBe("code");
    expect(verdictOf({ steps: [], refused: "bad path" })).toBe("code");
  });

  it("reports the environment before any other cause", () => {
    expect(verdictOf({ environment: "disk full", steps: [{ ...step, exit_code: 1 }] })).toBe("environment");
  });
});

describe("a build that exceeded a time limit", () => {
  const late = (changes: Partial<BuildRecord>) => judge({ ...clean, ...changes }, DEFAULT_LIMITS);
  const timeout = { ...step, killed: "timeout" } as const;
  const deadline = { ...step, killed: "deadline" } as const;
  const busy = "This machine is too busy to build the app:";
  const share = "with 16% of the CPU time that is due to it.";

  it.each<[string, Partial<BuildRecord>, string]>([
    ["a command's limit", { steps: [timeout] }, `${busy} test/a.test.js took longer than 120 s ${share}`],
    ["the job's deadline", { steps: [deadline] }, `${busy} the build took longer than 180 s ${share}`],
    [
      "the deadline between steps",
      { stopped: "deadline" },
      `${busy} the build took longer than 180 s ${share}`,
    ],
  ])("by %s is an environment failure when the machine gave it too little CPU", (_, changes, reason) => {
    expect(late({ ...changes, cpu_share: 0.169 })).toEqual({ verdict: "environment", reason });
  });

  it.each<[string, Partial<BuildRecord>, string]>([
    ["a command's limit", { steps: [timeout] }, "test/a.test.js took longer than 120 s."],
    ["the job's deadline", { steps: [deadline] }, "The build took longer than 180 s."],
    ["the deadline between steps", { stopped: "deadline" }, "The build took longer than 180 s."],
  ])("by %s is the app's failure when it received its share of the CPU", (_, changes, reason) => {
    for (const cpu_share of [0.9, 1])
      expect(late({ ...changes, cpu_share })).toEqual({ verdict: "killed", reason });
  });

  it("has no effect on a build that ended for another reason", () => {
    const killed = { ...step, killed: "memory" } as const;
    expect(late({ steps: [killed], cpu_share: 0.1 }).verdict).toBe("killed");
    expect(late({ steps: [{ ...step, exit_code: 1 }], cpu_share: 0.1 }).verdict).toBe("code");
  });
});

describe("the reason of an audit's verdict", () => {
  const other = { ...report, file: "test/b.test.js" };
  const reasonOf = (...steps: Partial<StepResult>[]) =>
    judge({ ...clean, steps: steps.map((change) => ({ ...step, ...change })) }, DEFAULT_LIMITS).reason;

  it.each<[string, Partial<TestReport>]>([
    ["test/a.test.js ended before its tests were finished: it calls process.exit.", { ended: "exited" }],
    ["test/a.test.js ended before its tests were finished.", { ended: "lost" }],
    ["test/a.test.js: 1 of 3 tests failed.", { planned: 3, passed: 2, failed: 1 }],
    ["test/a.test.js skips 1 of 1 test; every test must run.", { passed: 0, skipped: 1 }],
    ["test/a.test.js leaves 1 of 2 tests to do; every test must run.", { planned: 2, todo: 1 }],
    ["test/a.test.js ran 1 of 2 planned tests.", { planned: 2 }],
    ["test/a.test.js runs no test.", { planned: 0, passed: 0 }],
  ])("is %j", (sentence, change) => {
    expect(reasonOf({ tests: { ...report, ...change } })).toBe(sentence);
  });

  it("names the exit code when the report names no test", () => {
    expect(reasonOf({ exit_code: 1, tests: { ...report, ended: "lost" } })).toBe(
      "test/a.test.js failed with exit code 1.",
    );
    expect(reasonOf({ exit_code: 1 })).toBe("test/a.test.js failed with exit code 1.");
    expect(reasonOf({ name: "build", exit_code: 2, tests: null })).toBe("The build failed with exit code 2.");
  });

  it("names every failed file, and first the limit that ended one", () => {
    const failed = { ...report, failed: 1, passed: 0 };
    expect(reasonOf({ tests: failed }, { tests: { ...other, skipped: 1 } })).toBe(
      "test/a.test.js: 1 of 1 test failed. 1 more test file failed: test/b.test.js.",
    );
    expect(reasonOf({ tests: failed }, { killed: "timeout", tests: other })).toBe(
      "test/b.test.js took longer than 120 s.",
    );
  });

  it("says of a test that fails only sometimes how often it failed", () => {
    const failed = { exit_code: 1, tests: { ...report, failed: 1, passed: 0 } };
    expect(reasonOf({ runs: { total: 3, failed: 1 } })).toBe(
      "Build and audit passed. Failed once and then passed twice: test/a.test.js.",
    );
    expect(reasonOf({ ...failed, runs: { total: 3, failed: 2 } })).toBe(
      "test/a.test.js: 1 of 1 test failed. It failed in 2 of 3 runs.",
    );
    expect(reasonOf({ ...failed, runs: { total: 2, failed: 2 } })).toBe(
      "test/a.test.js: 1 of 1 test failed.",
    );
  });

  it("permits a helper file without tests, but not an audit without tests", () => {
    const helper = { ...report, helper: true, planned: 0, passed: 0 };
    expect(reasonOf({}, { tests: helper })).toBe("Build and audit passed.");
    expect(reasonOf({ tests: helper })).toBe("The audit ran no test.");
  });
});
