import { join } from "node:path";
import { isWorthRewriting, openJournal } from "#local-cloud/durable/journal.ts";
import type { Task } from "./task.ts";

/** The job of a task, stored so that the task can be started again. */
export interface Job {
  readonly family: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly cpu: number;
  readonly memory: number;
  readonly stopTimeoutMs: number;
}

export interface StoredTask {
  readonly task: Task;
  readonly job: Job;
  /** RunTask's clientToken and a hash of the request that came with it. */
  readonly token?: { readonly value: string; readonly request: string };
  /** The version in the last event. */
  readonly announced: number;
}

type Line = { task: StoredTask } | { announced: string; version: number } | { change: Task };

export interface TaskStore {
  readonly tasks: ReadonlyMap<string, StoredTask>;
  add(stored: StoredTask): void;
  change(task: Task): void;
  announced(task: Task): void;
  /** Resolves when everything recorded so far is on the disk. */
  settled(): Promise<void>;
  /** The same, synchronously. */
  settle(): void;
  close(): void;
}

/** ECS shows a stopped task for at least an hour. */
const KEEP_STOPPED_MS = 3_600_000;

/**
 * The journal of the cluster's tasks: changes survive the end of the process and, once settled, a power cut.
 */
export function openTaskStore(dir: string, now: () => number): TaskStore {
  const { journal, entries } = openJournal<Line>(
    join(dir, "tasks.jsonl"),
    "running builders are forgotten, and their builds time out",
  );
  const tasks = new Map<string, StoredTask>();
  let lines = 0;

  const apply = (line: Line): void => {
    if ("task" in line) return void tasks.set(line.task.task.taskArn, line.task);
    const arn = "change" in line ? line.change.taskArn : line.announced;
    const stored = tasks.get(arn);
    if (!stored) throw new Error(`the journal of tasks refers to ${arn} before it exists`);
    tasks.set(
      arn,
      "change" in line ? { ...stored, task: line.change } : { ...stored, announced: line.version },
    );
  };
  const compact = (): void => {
    const oldest = now() - KEEP_STOPPED_MS;
    for (const [arn, { task, announced }] of tasks)
      if ((task.stoppedAt ?? oldest) < oldest && announced === task.version) tasks.delete(arn);
    if (journal.rewrite([...tasks.values()].map((task) => ({ task })))) lines = tasks.size;
  };
  const record = (line: Line): void => {
    journal.append(line);
    apply(line);
    if (isWorthRewriting(++lines, tasks.size)) compact();
  };

  entries.forEach(apply);
  compact();
  return {
    tasks,
    add: (task) => record({ task }),
    change: (change) => record({ change }),
    announced: ({ taskArn, version }) => record({ announced: taskArn, version }),
    settled: () => journal.settled(),
    settle: () => journal.settle(),
    close: () => journal.close(),
  };
}
