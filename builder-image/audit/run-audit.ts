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

/**
 * Runs every test file in a separate process, one after the other, so that changes by one are detected before the
 * next starts. Continues after a failed file, so that people and the healer see all failures; ends at a limit, or when
 * a file has changed the app.
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
    const step = await runTestFile(test, stack, sandbox, { ...job.limits, kept_output_bytes: kept }, run);
    if (!step) break;
    steps.push(hasFailed(step) ? step : brief(step));
    kept = Math.max(KEPT_OF_PASSED, kept - (hasFailed(step) ? step.stdout.bytes + step.stderr.bytes : 0));
    const paths = changedSince(before, sandbox.workspace);
    if (paths.length > 0) return { steps, altered: { by: test.path, paths } };
    if (step.killed !== null || step.oom_kills > 0) break;
  }
  return { steps, altered: { by: null, paths: [] } };
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
