import { describe, expect, it } from "@jest/globals";
import { DEFAULT_LIMITS } from "#core/build/job.ts";
import { KILL_REASONS, type StepResult } from "#core/build/result.ts";
import { type BuildRecord, judge } from "#core/build/verdict.ts";

const stream = { bytes: 0, head: "all tests passed", tail: "" };
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
};
const clean: BuildRecord = {
  steps: [step],
  refused: undefined,
  environment: undefined,
  stopped: undefined,
  changed: [],
  altered: [],
  output: undefined,
};
const verdictOf = (changes: Partial<BuildRecord>) => judge({ ...clean, ...changes }, DEFAULT_LIMITS).verdict;

describe("judge", () => {
  it("passes only when the audit itself ended with 0", () => {
    expect(verdictOf({})).toBe("passed");
    expect(verdictOf({ steps: [{ ...step, exit_code: 1 }] })).toBe("code");
    expect(verdictOf({ steps: [{ ...step, name: "build" }] })).toBe("environment");
    expect(verdictOf({ steps: [] })).toBe("environment");
  });

  it.each(KILL_REASONS)(
    "calls what the supervisor killed for %s killed, whatever the exit code",
    (killed) => {
      expect(verdictOf({ steps: [{ ...step, killed }] })).toBe("killed");
    },
  );

  it("calls a child that ran out of memory killed, even when the command went on and ended with 0", () => {
    expect(verdictOf({ steps: [{ ...step, oom_kills: 1 }] })).toBe("killed");
  });

  it.each([
    ["exit 137 without a kill of ours", { exit_code: 137 }],
    ["SIGKILL without a kill of ours", { exit_code: null, signal: "SIGKILL" }],
    ["a command that never started", { exit_code: null }],
  ])("calls %s the environment's fault", (_, changes) => {
    expect(verdictOf({ steps: [{ ...step, ...changes }] })).toBe("environment");
  });

  it("calls a changed source, an output changed by the audit, an unusable output and an unusable draft the app's fault", () => {
    expect(verdictOf({ changed: ["src/a.ts"] })).toBe("code");
    expect(verdictOf({ altered: ["static/a.html"] })).toBe("code");
    expect(verdictOf({ output: "dist/ is empty" })).toBe("code");
    expect(verdictOf({ steps: [], refused: "bad path" })).toBe("code");
  });

  it("blames the environment before anything else", () => {
    expect(verdictOf({ environment: "disk full", steps: [{ ...step, exit_code: 1 }] })).toBe("environment");
  });
});
