import type { RunCommand } from "#builder/command.ts";
import type { Sandbox } from "#builder/sandboxes/executor.ts";
import { changedStamps, type Stamps, TOOL_CACHE, takeStamps } from "#builder/stamps.ts";
import type { TestFile } from "#core/factory/build/audit.ts";
import type { BuildJob } from "#core/factory/build/job.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import { hasFailed, type StepResult } from "#core/factory/build/result.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { readReport } from "./read-report.ts";
import { testCommand } from "./test-command.ts";

const MAX_REPORT_BYTES = 4096;
/** Bytes that are kept of each stream of a passed test file; the minimum for any test file. */
const KEPT_OF_PASSED = 512;

export interface Audit {
  readonly steps: StepResult[];
  /** The test file that changed the app, and the changed paths. */
  readonly altered: { readonly by: string | null; readonly paths: readonly string[] };
}

/** How often a test file that failed once has to pass before it counts as passed. */
const PASSES_AFTER_FAILURE = 2;

/**
 * Runs every test file in a separate process, one after the other, so that changes by one are detected before the
 * next starts. A file whose tests failed is run again. Continues after a failed file, so that people and the healer see
 * all failures; ends at a limit, or when a file has changed the app.
 */
export async function runAudit(
  tests: readonly TestFile[],
  job: BuildJob,
  sandbox: Sandbox,
  run: RunCommand,
): Promise<Audit> {
  const steps: StepResult[] = [];
  const stack = stackOf(job.stack);
  const before = takeStamps(sandbox.workspace);
  let kept = job.limits.kept_output_bytes;
  for (const test of tests) {
    const limits = { ...job.limits, kept_output_bytes: kept };
    const step = await settle(() => runTestFile(test, stack, sandbox, limits, run));
    if (!step) break;
    steps.push(hasFailed(step) ? step : brief(step));
    kept = Math.max(KEPT_OF_PASSED, kept - (hasFailed(step) ? step.stdout.bytes + step.stderr.bytes : 0));
    const paths = changedSince(before, sandbox.workspace);
    if (paths.length > 0) return { steps, altered: { by: test.path, paths } };
    if (step.killed !== null || step.oom_kills > 0) break;
  }
  return { steps, altered: { by: null, paths: [] } };
}

/**
 * Runs a test file, and again while its tests fail only sometimes: after a failure it has to pass twice. Returns the run
 * that decides.
 */
async function settle(runOnce: () => Promise<StepResult | undefined>): Promise<StepResult | undefined> {
  const first = await runOnce();
  if (!first || !isRepeatable(first)) return first;
  for (let total = 2; ; total++) {
    const again = await runOnce();
    // What a limit ends says nothing about the tests.
    if (!again || (hasFailed(again) && !isRepeatable(again))) return first;
    if (hasFailed(again)) return { ...first, runs: { total, failed: 2 } };
    if (total > PASSES_AFTER_FAILURE) return { ...again, runs: { total, failed: 1 } };
  }
}

/** Whether tests failed, and nothing else: no limit, no crash, and no test that is missing or skipped. */
function isRepeatable({ killed, oom_kills, signal, tests }: StepResult): boolean {
  return (
    killed === null && oom_kills === 0 && signal === null && tests?.ended === "finished" && tests.failed > 0
  );
}

async function runTestFile(
  test: TestFile,
  stack: Stack,
  { node }: Sandbox,
  limits: BuildLimits,
  run: RunCommand,
): Promise<StepResult | undefined> {
  let report = "";
  const step = await run({
    name: "audit",
    argv: testCommand(stack, node, test.path),
    recorded: [...stack.audit.argv.map((word) => (word === "{node}" ? node : word)), test.path],
    limits,
    onReport(chunk) {
      if (report.length < MAX_REPORT_BYTES) report += Buffer.from(chunk).toString("latin1");
    },
  });
  return step && { ...step, tests: readReport(test, report) };
}

function changedSince(before: Stamps, workspace: string): string[] {
  return changedStamps(before, takeStamps(workspace)).filter((path) => !TOOL_CACHE.test(path));
}

/** Shortens the output of a passed step, so that a record has room for a few hundred test files. */
function brief(step: StepResult): StepResult {
  const cut = ({ bytes, head }: StepResult["stdout"]) => ({
    bytes,
    head: head.slice(0, KEPT_OF_PASSED),
    tail: "",
  });
  return { ...step, stdout: cut(step.stdout), stderr: cut(step.stderr) };
}
