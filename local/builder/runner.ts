import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { TaskRunner } from "#local-cloud/ecs/cluster.ts";

export interface BuilderRunnerOptions {
  /** The Node that runs the builder. */
  readonly node: string;
  /** Path of the builder's entry. */
  readonly entry: string;
  /** Folder for workspaces, made when missing. */
  readonly dir: string;
  /** Receives the builder's own log as it comes. */
  readonly onLog?: (taskArn: string, text: string) => void;
}

/** What a container's exit code is when it had to be killed. */
const KILLED = 137;

/**
 * Runs the builder as a child process, as ECS runs its container: only the task's environment, SIGTERM and
 * then SIGKILL to stop it, which ends all that is in its group. The builder holds the other end of its stdin: when
 * this process dies, however it dies, the pipe closes and the builder ends; its sandbox ends with it.
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
    // The builder may end before it has read its (empty) stdin.
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

/** A sandbox that has only just been started is not bound to the life of its builder yet, but is in its group. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // macOS says EPERM of a group whose members have all ended.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Runs `act` when the signal is aborted, at once if it is already. Answers how to take that back. */
function onAbort(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act();
  signal.addEventListener("abort", act);
  return () => signal.removeEventListener("abort", act);
}
