import type { BuildLimits } from "#core/build/job.ts";
import type { BuildResult, StepResult } from "#core/build/result.ts";

/** What the supervisor saw, and nothing that the app said about itself. */
export interface BuildRecord {
  readonly steps: readonly StepResult[];
  /** Why the draft itself could not be used: a bad path, a bad audit command. */
  readonly refused: string | undefined;
  /** Why the builder could not do its work. */
  readonly environment: string | undefined;
  /** The job was stopped from outside, or ran out of time between two steps. */
  readonly stopped: "cancelled" | "deadline" | undefined;
  /** Draft files that are no longer what was written. */
  readonly changed: readonly string[];
  /** Output files that the audit added, changed or removed. */
  readonly altered: readonly string[];
  /** Why the output cannot be taken, when it cannot. */
  readonly output: string | undefined;
}

export type Verdict = Pick<BuildResult, "verdict" | "reason">;

/** SIGKILL as an exit code: somebody outside the supervisor ended the command, on Linux mostly for memory. */
const KILLED_FROM_OUTSIDE = 137;
/** SIGXFSZ as an exit code: a file grew over its limit. */
const FILE_TOO_LARGE = 153;

/** Says how a build ended. Pure, and in this order: the builder's own trouble, its limits, the app. */
export function judge(record: BuildRecord, limits: BuildLimits): Verdict {
  if (record.environment !== undefined) return { verdict: "environment", reason: record.environment };
  if (record.refused !== undefined) return { verdict: "code", reason: record.refused };
  for (const step of record.steps) {
    const verdict = judgeStep(step, limits);
    if (verdict) return verdict;
  }
  if (record.stopped === "cancelled") return { verdict: "killed", reason: "The build was cancelled." };
  if (record.stopped === "deadline")
    return { verdict: "killed", reason: `The build took longer than ${limits.job_seconds} s.` };
  if (record.changed.length > 0)
    return { verdict: "code", reason: `The build changed its own source: ${list(record.changed)}.` };
  if (record.altered.length > 0)
    return {
      verdict: "code",
      reason: `The audit changed the build's output: ${list(record.altered)}. Tests may write to the system's temporary folder only.`,
    };
  if (record.output !== undefined) return { verdict: "code", reason: record.output };
  if (!record.steps.some((step) => step.name === "audit"))
    return { verdict: "environment", reason: "The audit never ran." };
  return { verdict: "passed", reason: "Build and audit passed." };
}

function judgeStep(step: StepResult, limits: BuildLimits): Verdict | undefined {
  const name = step.name === "build" ? "build" : "audit";
  if (step.killed !== null) return { verdict: "killed", reason: killedSentence(name, step.killed, limits) };
  if (step.oom_kills > 0) return { verdict: "killed", reason: killedSentence(name, "memory", limits) };
  if (step.signal === "SIGXFSZ" || step.exit_code === FILE_TOO_LARGE)
    return { verdict: "killed", reason: `A file of the ${name} grew over ${limits.file_mb} MB.` };
  if (step.signal === "SIGKILL" || step.exit_code === KILLED_FROM_OUTSIDE)
    return { verdict: "environment", reason: `The ${name} was killed from outside the builder.` };
  if (step.exit_code === null && step.signal === null)
    return { verdict: "environment", reason: `The ${name} could not be started.` };
  if (step.exit_code !== 0)
    return {
      verdict: "code",
      reason: `The ${name} failed with ${step.signal ?? `exit code ${step.exit_code}`}.`,
    };
  return undefined;
}

function killedSentence(
  name: string,
  reason: NonNullable<StepResult["killed"]>,
  limits: BuildLimits,
): string {
  switch (reason) {
    case "timeout":
      return `The ${name} took longer than ${limits.command_seconds} s.`;
    case "deadline":
      return `The build took longer than ${limits.job_seconds} s.`;
    case "memory":
      return `The ${name} needed more than ${limits.memory_mb} MB of memory.`;
    case "output":
      return `The ${name} wrote more than ${limits.output_bytes} bytes of output.`;
    case "disk":
      return `The ${name} wrote more than ${limits.workspace_mb} MB to its workspace.`;
    case "inodes":
      return `The ${name} made more than ${limits.workspace_inodes} files.`;
    case "cancelled":
      return "The build was cancelled.";
  }
}

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(", ");
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}
