import type { Executor, Sandbox } from "#builder/sandboxes/executor.ts";
import type { CpuSample } from "#core/factory/build/cpu-share.ts";
import type { BuildJob } from "#core/factory/build/job.ts";
import { hasFailed } from "#core/factory/build/result.ts";
import type { RunCommand } from "./command.ts";
import type { Log } from "./log.ts";
import type { Observations } from "./observations.ts";
import { runCommand } from "./process/run-command.ts";
import type { CpuWatch } from "./process/watch-cpu.ts";
import type { Progress } from "./progress.ts";

export interface JobContext {
  readonly executor: Executor;
  readonly progress: Progress;
  readonly log: Log;
  readonly cancelled: AbortSignal;
  /** When the job was read, in milliseconds of performance.now(); its time limit starts then. */
  readonly begun: number;
  /** The current time in epoch milliseconds. */
  now(): number;
  /** Measures the CPU time of the reference program. */
  control(): Promise<CpuSample>;
}

export function commandRunner(
  job: BuildJob,
  sandbox: Sandbox,
  context: JobContext,
  cpu: CpuWatch,
  observed: Pick<Observations, "stopped" | "cpu_share">,
): RunCommand {
  const { cancelled, log, progress, begun } = context;
  const { job_seconds, command_seconds } = job.limits;
  const deadline = begun + job_seconds * 1000;
  return async (command) => {
    if (cancelled.aborted) observed.stopped = "cancelled";
    else if (performance.now() > deadline) observed.stopped = "deadline";
    if (observed.stopped === "deadline") observed.cpu_share = await cpu.share(job_seconds);
    if (observed.stopped) return undefined;
    const { argv, recorded = argv } = command;
    log.write(`$ ${recorded.join(" ").replace(sandbox.node, "node")}\n`);
    const step = await runCommand({
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
    if (step.killed === "timeout") observed.cpu_share = await cpu.share(command_seconds);
    if (step.killed === "deadline") observed.cpu_share = await cpu.share(job_seconds);
    return step;
  };
}

/** Runs the build's commands in order; stops at the first failure. Returns whether all succeeded. */
export async function runBuild(
  commands: readonly (readonly string[])[],
  { node }: Sandbox,
  run: RunCommand,
  observed: Pick<Observations, "steps">,
): Promise<boolean> {
  for (const command of commands) {
    const step = await run({ name: "build", argv: command.map((word) => (word === "{node}" ? node : word)) });
    if (!step) return false;
    observed.steps.push(step);
    if (hasFailed(step)) return false;
  }
  return true;
}
