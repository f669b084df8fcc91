import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { runAudit } from "#builder/audit/run-audit.ts";
import type { Sandbox } from "#builder/sandboxes/executor.ts";
import type { StepResult } from "#core/factory/build/result.ts";
import { makeJob } from "#test/builder/jobs.ts";

const workspace = mkdtempSync(join(tmpdir(), "gantry-audit-"));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const stream = { bytes: 0, head: "", tail: "" };
const STEP: StepResult = {
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
  tests: null,
};

type Run = Partial<StepResult> & { failed?: number; ended?: string };
const PASS: Run = {};
const FAIL: Run = { exit_code: 1, failed: 1 };

/** Audits one test file whose runs end like this; returns the step, and how often it ran. */
async function audit(...runs: (Run | "no time")[]): Promise<{ step: StepResult | undefined; ran: number }> {
  let ran = 0;
  const { steps } = await runAudit(
    [{ path: "test/a.test.js", helper: false }],
    makeJob("http://storage"),
    { workspace, node: "node" } as Sandbox,
    async ({ onReport }) => {
      const run = runs[ran++] ?? PASS;
      if (run === "no time") return undefined;
      const { failed = 0, ended = "finished", ...step } = run;
      const report = { ended, planned: 1, passed: 1 - failed, failed, skipped: 0, todo: 0 };
      onReport?.(Buffer.from(JSON.stringify(report)));
      return { ...STEP, ...step };
    },
  );
  return { step: steps[0], ran };
}

describe("a test file", () => {
  it("that passes runs once", async () => {
    const { step, ran } = await audit(PASS);
    expect(ran).toBe(1);
    expect(step).not.toHaveProperty("runs");
  });

  it("that fails once has to pass twice before it counts as passed", async () => {
    const { step, ran } = await audit(FAIL, PASS, PASS);
    expect(ran).toBe(3);
    expect(step).toMatchObject({ exit_code: 0, runs: { total: 3, failed: 1 } });
  });

  it.each([
    ["twice in a row", [FAIL, FAIL], { total: 2, failed: 2 }],
    ["every other time", [FAIL, PASS, FAIL], { total: 3, failed: 2 }],
  ] as const)("that fails %s has failed", async (_, runs, counts) => {
    const { step, ran } = await audit(...runs);
    expect(ran).toBe(runs.length);
    expect(step).toMatchObject({ exit_code: 1, runs: counts });
  });

  it.each<[string, Run]>([
    ["was killed", { ...FAIL, killed: "timeout", exit_code: null }],
    ["ran out of memory", { ...FAIL, oom_kills: 1 }],
    ["ended early", { exit_code: 1, ended: "exited" }],
    ["could not be loaded", { exit_code: 1, ended: "lost" }],
  ])("that %s is not run again", async (_, run) => {
    expect((await audit(run)).ran).toBe(1);
  });

  it.each<[string, Run | "no time"]>([
    ["there is no time", "no time"],
    ["a limit ends it", { killed: "deadline", exit_code: null, ended: "lost" }],
  ])("that failed keeps its failure when %s for another run", async (_, run) => {
    const { step } = await audit(FAIL, run);
    expect(step).toMatchObject({ exit_code: 1, killed: null, tests: { failed: 1 } });
    expect(step).not.toHaveProperty("runs");
  });
});
