import { describe, expect, it } from "@jest/globals";
import { hasFailed, type StepResult } from "#core/factory/build/result.ts";
import type { TestReport } from "#core/factory/build/test-report.ts";
import { buildResult } from "#test/support/samples.ts";

describe("a command of a build", () => {
  const [good] = buildResult().steps as [StepResult];

  it("has not failed when it exited with 0 and was not killed", () => {
    expect(hasFailed(good)).toBe(false);
  });

  it.each<[string, Partial<StepResult>]>([
    ["ends with an error", { exit_code: 1 }],
    ["is ended by a signal", { exit_code: null, signal: "SIGKILL" }],
    ["is ended by the supervisor", { killed: "timeout" }],
    ["loses a process to the memory limit and goes on", { oom_kills: 1 }],
    ["says that a test did not run", { tests: { ...(good.tests as TestReport), skipped: 1 } }],
  ])("has failed when it %s", (_, how) => {
    expect(hasFailed({ ...good, ...how })).toBe(true);
  });
});
