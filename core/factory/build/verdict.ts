import { isStarved } from "#core/factory/build/cpu-share.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import { type BuildResult, hasFailed, type StepResult } from "#core/factory/build/result.ts";
import { testFault } from "#core/factory/build/test-report.ts";

/** The supervisor's observations. Contains no claims of the app about itself. */
export interface BuildRecord {
  readonly steps: readonly StepResult[];
  /** Why the draft is invalid, such as an invalid path or audit command. */
  readonly refused: string | undefined;
  /** Why the builder itself failed. */
  readonly environment: string | undefined;
  /** Present when the job was cancelled, or exceeded its time limit between two steps. */
  readonly stopped: "cancelled" | "deadline" | undefined;
  /** When a time limit was exceeded: the share of the CPU time due to the app that the machine provided, 0 to 1. */
  readonly cpu_share: number | undefined;
  /** Files of the draft and its packages that the build changed or added. */
  readonly changed: readonly string[];
  /** Files that the audit added, changed or removed, and the test file that did it, if known. */
  readonly altered: { readonly by: string | null; readonly paths: readonly string[] };
  /** Why the output is refused; undefined if it is not. */
  readonly output: string | undefined;
}

export type Verdict = Pick<BuildResult, "verdict" | "reason">;

/** Exit code for SIGKILL: something other than the supervisor killed the command, on Linux usually for memory. */
const KILLED_FROM_OUTSIDE = 137;
/** Exit code for SIGXFSZ: a file exceeded its size limit. */
const FILE_TOO_LARGE = 153;

/** The verdict on a build. Checks failures of the builder first, then exceeded limits, then the app. */
export function judge(record: BuildRecord, limits: BuildLimits): Verdict {
  if (record.environment !== undefined) return { verdict: "environment", reason: record.environment };
  if (record.refused !== undefined) return { verdict: "code", reason: record.refused };
  const verdict = judgeSteps(record, limits);
  if (verdict) return verdict;
  if (record.stopped === "cancelled") return { verdict: "killed", reason: "The build was cancelled." };
  if (record.stopped === "deadline") return outOfTime("the build", limits.job_seconds, record.cpu_share);
  if (record.altered.paths.length > 0) return { verdict: "code", reason: alteredSentence(record.altered) };
  if (record.changed.length > 0)
    return {
      verdict: "code",
      reason: `The build changed its own source or packages: ${list(record.changed)}. It may write to its output folder only.`,
    };
  if (record.output !== undefined) return { verdict: "code", reason: record.output };
  const audits = record.steps.filter((step) => step.name === "audit");
  if (audits.length === 0) return { verdict: "environment", reason: "The audit never ran." };
  if (!audits.some(({ tests }) => tests !== null && tests.passed > 0))
    return { verdict: "code", reason: "The audit ran no test." };
  const unsteady = audits.filter(({ runs }) => runs !== undefined).map(nameOf);
  const flaky = unsteady.length > 0 ? ` Failed once and then passed twice: ${list(unsteady)}.` : "";
  return { verdict: "passed", reason: `Build and audit passed.${flaky}` };
}

function judgeSteps({ steps, cpu_share }: BuildRecord, limits: BuildLimits): Verdict | undefined {
  const judgeOne = (step: StepResult) => judgeStep(step, limits, cpu_share);
  const failed = steps.filter(hasFailed);
  const [first, ...others] = failed;
  if (!first) return undefined;
  // The audit continues after a failed test file, so a limit that ended the audit takes precedence as the reason.
  const verdict = failed.map(judgeOne).find((found) => found.verdict !== "code");
  if (verdict) return verdict;
  const more = others.length > 0 ? ` ${counted(others.length)} failed: ${list(others.map(nameOf))}.` : "";
  return { verdict: "code", reason: `${judgeOne(first).reason}${more}` };
}

/** The verdict on a failed step. */
function judgeStep(step: StepResult, limits: BuildLimits, cpuShare: number | undefined): Verdict {
  const name = nameOf(step);
  if (step.killed === "timeout") return outOfTime(name, limits.command_seconds, cpuShare);
  if (step.killed === "deadline") return outOfTime("the build", limits.job_seconds, cpuShare);
  if (step.killed !== null) return { verdict: "killed", reason: killedSentence(name, step.killed, limits) };
  if (step.oom_kills > 0) return { verdict: "killed", reason: killedSentence(name, "memory", limits) };
  // A process that reported its exit was not killed by a signal, whatever its exit code.
  const code = step.tests?.ended === "exited" ? null : step.exit_code;
  if (step.signal === "SIGXFSZ" || code === FILE_TOO_LARGE)
    return { verdict: "killed", reason: `A file of ${name} grew over ${limits.file_mb} MB.` };
  if (step.signal === "SIGKILL" || code === KILLED_FROM_OUTSIDE)
    return { verdict: "environment", reason: capital(`${name} was killed from outside the builder.`) };
  if (step.exit_code === null && step.signal === null)
    return { verdict: "environment", reason: capital(`${name} could not be started.`) };
  const { tests } = step;
  const fault = tests && (tests.ended === "finished" || step.exit_code === 0) ? testFault(tests) : undefined;
  const how = step.signal ?? `exit code ${step.exit_code}`;
  return { verdict: "code", reason: `${fault ?? capital(`${name} failed with ${how}.`)}${sometimes(step)}` };
}

/** That a test file failed in some of its runs only, as a sentence with a space before it. */
function sometimes({ runs }: StepResult): string {
  return runs && runs.failed < runs.total ? ` It failed in ${runs.failed} of ${runs.total} runs.` : "";
}

/** The name of a step in messages: the path of a test file, otherwise "the build" or "the audit". */
function nameOf({ name, tests }: StepResult): string {
  return tests?.file ?? `the ${name}`;
}

/** The verdict for an exceeded time limit, which counts against the app only if it got the CPU time due to it. */
function outOfTime(name: string, seconds: number, cpuShare = 1): Verdict {
  const late = `${name} took longer than ${seconds} s`;
  if (!isStarved(cpuShare)) return { verdict: "killed", reason: `${capital(late)}.` };
  const percent = Math.floor(cpuShare * 100);
  return {
    verdict: "environment",
    reason: `This machine is too busy to build the app: ${late} with ${percent}% of the CPU time that is due to it.`,
  };
}

function killedSentence(
  name: string,
  reason: Exclude<StepResult["killed"], "timeout" | "deadline" | null>,
  limits: BuildLimits,
): string {
  switch (reason) {
    case "memory":
      return `${capital(name)} needed more than ${limits.memory_mb} MB of memory.`;
    case "output":
      return `${capital(name)} wrote more than ${limits.output_bytes} bytes of output.`;
    case "disk":
      return `${capital(name)} wrote more than ${limits.workspace_mb} MB to its workspace.`;
    case "inodes":
      return `${capital(name)} made more than ${limits.workspace_inodes} files.`;
    case "cancelled":
      return "The build was cancelled.";
  }
}

function alteredSentence({ by, paths }: BuildRecord["altered"]): string {
  const what = by === null ? "The audit changed the build's output" : `${by} wrote into the app`;
  return `${what}: ${list(paths)}. Tests may write to the system's temporary folder only.`;
}

function counted(files: number): string {
  return files === 1 ? "1 more test file" : `${files} more test files`;
}

/** Capitalises a sentence unless it starts with a path. */
function capital(sentence: string): string {
  return sentence.startsWith("the ") ? `T${sentence.slice(1)}` : sentence;
}

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(", ");
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}
