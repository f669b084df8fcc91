import type { BuildJob } from "#core/build/job.ts";
import { hasFailed, type StepResult } from "#core/build/result.ts";
import type { Executor, Sandbox } from "./executors/executor.ts";
import type { Log } from "./log.ts";
import { type Run, runCommand } from "./process/run-command.ts";
import type { Progress } from "./progress.ts";
import type { Seen } from "./seen.ts";

export interface JobContext {
  readonly executor: Executor;
  readonly progress: Progress;
  readonly log: Log;
  readonly cancelled: AbortSignal;
  /** `performance.now()` when the job was read: its time counts from then. */
  readonly begun: number;
  /** Milliseconds since 1970. */
  now(): number;
}

type Command = Pick<Run, "name" | "argv"> & Partial<Pick<Run, "recorded" | "limits" | "onReport">>;

/** Runs one command within what is left of the job's time; undefined when nothing is left, or it was cancelled. */
export type RunCommand = (command: Command) => Promise<StepResult | undefined>;

export function commandRunner(
  job: BuildJob,
  sandbox: Sandbox,
  context: JobContext,
  seen: Pick<Seen, "stopped">,
): RunCommand {
  const { cancelled, log, progress, begun } = context;
  const deadline = begun + job.limits.job_seconds * 1000;
  return async (command) => {
    if (cancelled.aborted) seen.stopped = "cancelled";
    else if (performance.now() > deadline) seen.stopped = "deadline";
    if (seen.stopped) return undefined;
    const { argv, recorded = argv } = command;
    log.write(`$ ${recorded.join(" ").replace(sandbox.node, "node")}\n`);
    return await runCommand({
      limits: job.limits,
      ...command,
      sandbox,
      deadline,
      cancelled,
      onOutput(chunk) {
        log.write(chunk);
        progress.output(chunk);
      },
      onMemory: progress.memory,
    });
  };
}

/** Runs the build's commands one after another; stops at the first that does not succeed. */
export async function runBuild(
  commands: readonly (readonly string[])[],
  { node }: Sandbox,
  run: RunCommand,
  seen: Pick<Seen, "steps">,
): Promise<boolean> {
  for (const command of commands) {
    const step = await run({ name: "build", argv: command.map((word) => (word === "{node}" ? node : word)) });
    if (!step) return false;
    seen.steps.push(step);
    if (hasFailed(step)) return false;
  }
  return true;
}
