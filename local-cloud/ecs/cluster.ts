import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import { stateChange } from "./present.ts";
import { advanced, type ClusterIdentity, type Ending, stopped, stopping, type Task } from "./task.ts";
import type { Job, StoredTask, TaskStore } from "./task-store.ts";

/** A task that is started. */
export interface RunningTask {
  readonly taskArn: string;
  readonly family: string;
  /** Command of the container; empty for the image's own. */
  readonly command: readonly string[];
  /** Environment of the definition, with the overrides of RunTask. */
  readonly environment: Readonly<Record<string, string>>;
  /** CPU units, 1024 for one vCPU. */
  readonly cpu: number;
  /** Hard limit of the container in MiB. */
  readonly memory: number;
  /** Aborted in place of SIGTERM: the runner should stop. */
  readonly signal: AbortSignal;
  /** Aborted in place of SIGKILL, after the stop timeout: the runner must end immediately. */
  readonly kill: AbortSignal;
}

/** Runs the container of a task until it ends. Throws if the container cannot be started. */
export type TaskRunner = (task: RunningTask) => Promise<{
  exitCode: number;
  /** Such as `OutOfMemoryError: Container killed due to memory usage`. */
  reason?: string;
}>;

interface ClusterOptions {
  readonly store: TaskStore;
  readonly identity: ClusterIdentity;
  readonly start: TaskRunner;
  readonly onEvent: (event: EventBridgeEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
  /** How long a killed container may take to end, in milliseconds. */
  readonly killWaitMs: number;
}

const RETRY_MS = 1000;

/**
 * Runs tasks through PROVISIONING, PENDING, RUNNING and STOPPED and sends an event for each step. The journal
 * is on the disk before the event, so each step is reported at least once even if the process ends.
 *
 * On AWS, hosts survive a restart of the control plane; here both are one process. So a task that was running
 * is started again under its ARN when the cluster is opened, and a task that was being stopped has stopped.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share the running tasks.
export function createCluster({ store, identity, start, onEvent, onError, now, killWaitMs }: ClusterOptions) {
  const signals = new Map<string, { term: AbortController; kill: AbortController }>();
  const waiting = new Map<string, Set<(task: Task) => void>>();
  const driving = new Set<Promise<void>>();
  const closing = new AbortController();

  const announce = (task: Task): void => {
    try {
      // The event must not be on the disk before the change that it reports.
      store.settle();
      onEvent(stateChange(task, identity, now()));
      store.announced(task);
    } catch (error) {
      onError(error);
      setTimeout(() => closing.signal.aborted || announce(task), RETRY_MS).unref();
    }
  };
  /** Retries until the change is in the journal, because a full disk may get space again. */
  const change = async (next: () => Task | undefined): Promise<Task | undefined> => {
    while (!closing.signal.aborted) {
      try {
        const task = next();
        if (task) store.change(task);
        if (task) announce(task);
        return task;
      } catch (error) {
        onError(error);
        await sleep(RETRY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {});
      }
    }
    return undefined;
  };
  const finish = async (arn: string, ending: Ending): Promise<void> => {
    const last = await change(() => stopped(current(arn), ending, now()));
    if (!last) return;
    for (const resolve of waiting.get(arn) ?? []) resolve(last);
    waiting.delete(arn);
  };
  const current = (arn: string): Task => {
    const stored = store.tasks.get(arn);
    if (!stored) throw new Error(`no task ${arn}`);
    return stored.task;
  };

  /** Advances the status of a task, unless it was stopped or the cluster was closed in the meantime. */
  const advance = async (arn: string, to: "PENDING" | "RUNNING"): Promise<boolean> => {
    await nextTurn();
    await change(() => {
      const task = current(arn);
      const isNext = task.lastStatus === (to === "PENDING" ? "PROVISIONING" : "PENDING");
      return isNext && task.desiredStatus !== "STOPPED" ? advanced(task, to, now()) : undefined;
    });
    return !closing.signal.aborted && current(arn).desiredStatus !== "STOPPED";
  };
  const drive = async (arn: string, job: Job): Promise<void> => {
    const term = new AbortController();
    const kill = new AbortController();
    signals.set(arn, { term, kill });
    const started = (await advance(arn, "PENDING")) && (await advance(arn, "RUNNING"));
    const ending = started ? await execute(arn, job, term.signal, kill.signal) : neverStarted;
    signals.delete(arn);
    await finish(arn, ending);
  };
  const execute = (arn: string, job: Job, signal: AbortSignal, kill: AbortSignal): Promise<Ending> => {
    const { family, command, environment, cpu, memory } = job;
    const task = { taskArn: arn, family, command, environment, cpu, memory, signal, kill };
    return Promise.race([run(start, task), killed(kill, killWaitMs)]);
  };
  const track = (work: Promise<unknown>): void => {
    const tracked = work.then(() => {}, onError).finally(() => driving.delete(tracked));
    driving.add(tracked);
  };
  const launch = ({ task, job }: StoredTask): void => track(drive(task.taskArn, job));

  return {
    run(stored: StoredTask): void {
      store.add(stored);
      announce(stored.task);
      launch(stored);
    },

    stop({ task, job }: StoredTask, reason: string): void {
      if (task.desiredStatus === "STOPPED") return;
      const next = stopping(task, reason, now());
      store.change(next);
      announce(next);
      const running = signals.get(task.taskArn);
      running?.term.abort(new Error(reason));
      setTimeout(() => running?.kill.abort(new Error("SIGKILL")), job.stopTimeoutMs).unref();
    },

    /** Resolves with the stopped task; rejects when the signal is aborted. */
    waitStopped(task: Task, signal: AbortSignal): Promise<Task> {
      if (task.lastStatus === "STOPPED") return Promise.resolve(task);
      return new Promise((resolve, reject) => {
        const waiters = waiting.get(task.taskArn) ?? new Set();
        waiting.set(task.taskArn, waiters.add(resolve));
        const gone = () => {
          waiters.delete(resolve);
          reject(signal.reason);
        };
        if (signal.aborted) gone();
        else signal.addEventListener("abort", gone, { once: true });
      });
    },

    /** Resumes the tasks of the previous process. */
    resume(): void {
      for (const stored of [...store.tasks.values()]) {
        const { task, announced } = stored;
        if (announced < task.version) announce(task);
        if (task.lastStatus === "STOPPED") continue;
        if (task.desiredStatus === "STOPPED") track(finish(task.taskArn, hostDied));
        else launch(stored);
      }
    },

    /** Ends the containers without stopping the tasks, which the next process starts again. */
    async close(): Promise<void> {
      closing.abort();
      for (const { term, kill } of signals.values()) {
        term.abort(new Error("the cluster closes"));
        kill.abort(new Error("the cluster closes"));
      }
      await Promise.all(driving);
      store.close();
    },
  };
}

const neverStarted: Ending = { stopCode: "UserInitiated", stoppedReason: "Stopped before it started" };
const hostDied: Ending = {
  stopCode: "UserInitiated",
  stoppedReason: "Stopped",
  exitCode: 137,
  reason: "The host went away while the task was being stopped",
};

async function run(start: TaskRunner, task: RunningTask): Promise<Ending> {
  try {
    const { exitCode, reason } = await start(task);
    const stoppedReason = "Essential container in task exited";
    return {
      stopCode: "EssentialContainerExited",
      stoppedReason,
      exitCode,
      ...(reason !== undefined && { reason }),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { stopCode: "TaskFailedToStart", stoppedReason: reason, reason };
  }
}

/** A container that ignores SIGKILL is assumed to have ended after this time. */
function killed(kill: AbortSignal, waitMs: number): Promise<Ending> {
  return new Promise((resolve) => {
    kill.addEventListener("abort", () => {
      void sleep(waitMs, undefined, { ref: false }).then(() =>
        resolve({
          stopCode: "EssentialContainerExited",
          stoppedReason: "Essential container in task exited",
          exitCode: 137,
        }),
      );
    });
  });
}
