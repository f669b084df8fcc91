import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Launch, Sandbox } from "#builder/sandboxes/executor.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import type { KillReason, StepResult } from "#core/factory/build/result.ts";
import { createCapture } from "./capture.ts";
import { watch } from "./watch.ts";

export interface Run {
  readonly name: StepResult["name"];
  /** Argument vector as the sandbox sees it. */
  readonly argv: readonly string[];
  /** The command as recorded; default: the argument vector. */
  readonly recorded?: readonly string[];
  readonly sandbox: Sandbox;
  readonly limits: BuildLimits;
  /** End of the job's time, in milliseconds of performance.now(). */
  readonly deadline: number;
  readonly cancelled: AbortSignal;
  /** Receives all output of the command. */
  onOutput(chunk: Uint8Array): void;
  onMemory(bytes: number): void;
  /** Receives what the command writes to the descriptor REPORT_FD, which is closed if this is absent. */
  onReport?(chunk: Uint8Array): void;
}

/** Higher than all descriptors that sandboxes use. */
export const REPORT_FD = 9;

/** The environment of the launched program. */
const ENVIRONMENT = { PATH: "/opt/node/bin:/usr/bin:/bin" };

/**
 * Runs an untrusted command until it ends or exceeds a limit, and kills all its processes. Waits for 'exit', not
 * 'close', because a daemon that keeps stdout open must not block the supervisor.
 */
export async function runCommand(run: Run): Promise<StepResult> {
  const { sandbox, limits } = run;
  const started = performance.now();
  const oomBefore = sandbox.cgroup?.oomKills() ?? 0;
  const launch = await sandbox.launch(run.argv);
  const child = start(launch, run.onReport !== undefined);
  if (child.pid !== undefined) sandbox.adopt(child.pid);
  let killed: KillReason | null = null;
  let killing = Promise.resolve();
  const kill = (reason: KillReason) => {
    if (killed !== null) return;
    killed = reason;
    killing = sandbox.killAll().catch(() => void child.kill("SIGKILL"));
  };

  const output = capture(child, limits, run.onOutput, () => kill("output"));
  const status = readStatus(child, launch);
  reportOf(child)
    ?.on("data", (chunk) => run.onReport?.(chunk))
    .on("error", () => undefined);
  const stopTimers = startTimers(run, kill);
  const watcher = watch({ sandbox, limits, kill, onMemory: run.onMemory });
  const { code, signal } = await exited(child);
  stopTimers();
  watcher.stop();
  await killing;
  await sandbox.killAll();
  await drained(child);

  return {
    name: run.name,
    command: [...(run.recorded ?? run.argv)],
    ...(killed === null ? await outcome(code, signal, status) : { exit_code: code, signal }),
    killed,
    ms: Math.round(performance.now() - started),
    peak_memory_mb: Math.round(watcher.peak() / 1024 / 1024),
    oom_kills: (sandbox.cgroup?.oomKills() ?? 0) - oomBefore,
    stdout: output.stdout.result(),
    stderr: output.stderr.result(),
    tests: null,
  };
}

function start(launch: Launch, withReport: boolean): ChildProcess {
  const [program, ...args] = launch.argv;
  if (program === undefined) throw new TypeError("a command needs a program");
  const files = launch.files.map((path) => openSync(path, "r"));
  try {
    const stdio: (number | "pipe" | "ignore")[] = ["ignore", "pipe", "pipe", ...files];
    if (launch.status_fd !== undefined) stdio.push("pipe");
    if (withReport) stdio.push(...Array<"ignore">(REPORT_FD - stdio.length).fill("ignore"), "pipe");
    const child = spawn(program, args, { env: ENVIRONMENT, stdio });
    // A failed start is reported as an exit without a code.
    child.on("error", () => undefined);
    return child;
  } finally {
    for (const file of files) closeSync(file);
  }
}

function reportOf(child: ChildProcess): Readable | undefined {
  const streams: readonly unknown[] = child.stdio;
  return streams[REPORT_FD] as Readable | undefined;
}

function exited(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => {
    if (child.pid === undefined) resolve({ code: null, signal: null });
    child.on("exit", (code, signal) => resolve({ code, signal }));
  });
}

/** Waits up to a second for remaining data in the pipes, whose writers have ended. */
async function drained(child: ChildProcess): Promise<void> {
  const ended = Promise.all(
    [child.stdout, child.stderr, reportOf(child)].map(
      (stream) => stream && !stream.closed && new Promise((resolve) => stream.once("close", resolve)),
    ),
  );
  await Promise.race([ended, sleep(1000, undefined, { ref: false })]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  reportOf(child)?.destroy();
}

function capture(
  child: ChildProcess,
  limits: BuildLimits,
  onOutput: (chunk: Uint8Array) => void,
  onFull: () => void,
) {
  const stdout = createCapture(limits.kept_output_bytes);
  const stderr = createCapture(limits.kept_output_bytes);
  let left = limits.output_bytes;
  const take = (target: typeof stdout) => (chunk: Uint8Array) => {
    const part = chunk.subarray(0, Math.max(0, left));
    left -= chunk.length;
    if (part.length > 0) {
      target.write(part);
      onOutput(part);
    }
    if (left < 0) onFull();
  };
  child.stdout?.on("data", take(stdout));
  child.stderr?.on("data", take(stderr));
  return { stdout, stderr };
}

/** bubblewrap's status report, which distinguishes an exit code of the command from its own. */
function readStatus(child: ChildProcess, launch: Launch): Promise<string> | undefined {
  if (launch.status_fd === undefined) return undefined;
  const stream = child.stdio[launch.status_fd] as NodeJS.ReadableStream | null | undefined;
  if (!stream) return Promise.resolve("");
  return new Promise((resolve) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
    });
    stream.on("close", () => resolve(text));
    stream.on("error", () => resolve(text));
  });
}

async function outcome(
  code: number | null,
  signal: string | null,
  status: Promise<string> | undefined,
): Promise<Pick<StepResult, "exit_code" | "signal">> {
  if (status === undefined || signal !== null) return { exit_code: code, signal };
  const reported = /"exit-code":\s*(\d+)/.exec(await status)?.[1];
  return { exit_code: reported === undefined ? null : Number(reported), signal };
}

function startTimers(run: Run, kill: (reason: KillReason) => void): () => void {
  const timeout = setTimeout(() => kill("timeout"), run.limits.command_seconds * 1000);
  const deadline = setTimeout(() => kill("deadline"), Math.max(0, run.deadline - performance.now()));
  const cancel = () => kill("cancelled");
  run.cancelled.addEventListener("abort", cancel);
  if (run.cancelled.aborted) cancel();
  return () => {
    clearTimeout(timeout);
    clearTimeout(deadline);
    run.cancelled.removeEventListener("abort", cancel);
  };
}
