import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { TaskRunner } from "#local-cloud/ecs/cluster.ts";

export interface BuilderRunnerOptions {
  /** Path of the Node.js binary that runs the builder. */
  readonly node: string;
  /** Path of the builder's entry. */
  readonly entry: string;
  /** Folder for workspaces, created if missing. */
  readonly dir: string;
  /** Receives the builder's log output. */
  readonly onLog?: (taskArn: string, text: string) => void;
}

/** The exit code of a killed container. */
const KILLED = 137;

/**
 * Runs the builder as a child process in the way that ECS runs its container: with only the task's
 * environment, stopped by SIGTERM and then SIGKILL to its process group. Its stdin is a pipe from this
 * process: when this process ends for any reason, the pipe closes, and the builder and its sandbox end.
 */
export function createBuilderRunner({ node, entry, dir, onLog }: BuilderRunnerOptions): TaskRunner {
  mkdirSync(dir, { recursive: true });
  return (task) => {
    if (task.command.length > 0) throw new TypeError("The builder's container takes no command");
    const child = spawn(node, ["--max-old-space-size=128", entry], {
      env: { PATH: "/usr/local/bin:/usr/bin:/bin", TMPDIR: dir, ...task.environment, PARENT_PIPE: "stdin" },
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part: Buffer) => onLog?.(task.taskArn, part.toString()));
    // The builder may exit before it has read its (empty) stdin.
    child.stdin.on("error", () => undefined);
    const stops = [
      onAbort(task.signal, () => child.kill("SIGTERM")),
      onAbort(task.kill, () => killGroup(child)),
    ];
    return new Promise((resolve, reject) => {
      const end = () => {
        for (const stop of stops) stop();
        child.stdin.destroy();
        killGroup(child);
      };
      child.on("error", (error) => {
        end();
        reject(error);
      });
      child.on("exit", (code, signal) => {
        end();
        resolve(code === null ? { exitCode: KILLED, reason: `Ended by ${signal}` } : { exitCode: code });
      });
    });
  };
}

/**
 * Kills the process group: a sandbox that has just been started does not yet end with its builder, but is in
 * its group.
 */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // macOS returns EPERM for a group whose members have all ended.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/**
 * Runs `act` when the signal is aborted, or immediately if it already is. Returns a function that removes the
 * listener.
 */
function onAbort(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act();
  signal.addEventListener("abort", act);
  return () => signal.removeEventListener("abort", act);
}
