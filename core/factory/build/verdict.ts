import { isStarved } from "#core/factory/build/cpu-share.ts";
import type { BuildLimits } from "#core/factory/build/job.ts";
import { type BuildResult, hasFailed, type StepResult } from "#core/factory/build/result.ts";
import { testFault } from "#core/factory/build/test-report.ts";

/** What the supervisor saw, and nothing that the app said about itself. */
export interface BuildRecord {
  readonly steps: readonly StepResult[];
  /** Why the draft itself could not be used: a bad path, a bad audit command. */
  readonly refused: string | undefined;
  /** Why the builder could not do its work. */
  readonly environment: string | undefined;
  /** The job was stopped from outside, or ran out of time between two steps. */
  readonly stopped: "cancelled" | "deadline" | undefined;
  /** How much of the CPU time due to the app the machine gave while time ran out, 0 to 1; undefined when it did not. */
  readonly cpu_share: number | undefined;
  /** Files of the draft and of its packages that are no longer what was written, or that a build added to them. */
  readonly changed: readonly string[];
  /** What an audit added, changed or removed, and which test file did it if that is known. */
  readonly altered: { readonly by: string | null; readonly paths: readonly string[] };
  /** Why the output cannot be taken, when it cannot. */
  readonly output: string | undefined;
}

export type Verdict = Pick<BuildResult, "verdict" | "reason">;

/** SIGKILL as an exit code: something outside the supervisor ended the command, on Linux mostly for memory. */
const KILLED_FROM_OUTSIDE = 137;
/** SIGXFSZ as an exit code: a file grew over its limit. */
const FILE_TOO_LARGE = 153;

/** Says how a build ended. Pure, and in this order: the builder's own trouble, its limits, the app. */
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
  return { verdict: "passed", reason: "Build and audit passed." };
}

function judgeSteps({ steps, cpu_share }: BuildRecord, limits: BuildLimits): Verdict | undefined {
  const judgeOne = (step: StepResult) => judgeStep(step, limits, cpu_share);
  const failed = steps.filter(hasFailed);
  const [first, ...others] = failed;
  if (!first) return undefined;
  // Test files run on after one that failed; what ended all of them is the reason, where there is such a thing.
  const verdict = failed.map(judgeOne).find((found) => found.verdict !== "code");
  if (verdict) return verdict;
  const more = others.length > 0 ? ` ${counted(others.length)} failed: ${list(others.map(nameOf))}.` : "";
  return { verdict: "code", reason: `${judgeOne(first).reason}${more}` };
}

/** Says why a step failed. */
function judgeStep(step: StepResult, limits: BuildLimits, cpuShare: number | undefined): Verdict {
  const name = nameOf(step);
  if (step.killed === "timeout") return outOfTime(name, limits.command_seconds, cpuShare);
  if (step.killed === "deadline") return outOfTime("the build", limits.job_seconds, cpuShare);
  if (step.killed !== null) return { verdict: "killed", reason: killedSentence(name, step.killed, limits) };
  if (step.oom_kills > 0) return { verdict: "killed", reason: killedSentence(name, "memory", limits) };
  // A process that reported its own end was not ended by a signal, whatever exit code it chose.
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
  return { verdict: "code", reason: fault ?? capital(`${name} failed with ${how}.`) };
}

/** A test file by its path, the commands of a build together. */
function nameOf({ name, tests }: StepResult): string {
  return tests?.file ?? `the ${name}`;
}

/** A limit in seconds supposes that the app gets the CPU time that is due to it. */
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

/** Paths are written as they are. */
function capital(sentence: string): string {
  return sentence.startsWith("the ") ? `T${sentence.slice(1)}` : sentence;
}

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(", ");
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}
