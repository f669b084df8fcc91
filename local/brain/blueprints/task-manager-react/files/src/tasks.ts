/* @feature due_dates */
import { readDue } from "./due";
/* @end */
/* @feature priorities */
import { PRIORITIES, type Priority, readPriority } from "./priority";
/* @end */
/* @feature tags */
import { readTags } from "./tags";
/* @end */

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  /* @feature due_dates */
  /** "YYYY-MM-DD", or "" without. */
  readonly due: string;
  /* @end */
  /* @feature priorities */
  readonly priority: Priority;
  /* @end */
  /* @feature tags */
  readonly tags: readonly string[];
  /* @end */
}

export type Show = "all" | "open" | "done";

/** What a form or the storage may hold: nothing about it is certain. */
export type Fields = Readonly<Record<string, unknown>>;

/** A well-formed task from uncertain fields, or null without a title. */
export function readTask(fields: Fields, id: string, done = false): Task | null {
  const title = typeof fields.title === "string" ? fields.title.replace(/\s+/g, " ").trim().slice(0, 200) : "";
  if (title === "") return null;
  return {
    id,
    title,
    done,
    /* @feature due_dates */
    due: readDue(fields.due),
    /* @end */
    /* @feature priorities */
    priority: readPriority(fields.priority),
    /* @end */
    /* @feature tags */
    tags: readTags(fields.tags),
    /* @end */
  };
}

/** Tasks from a stored text. `whole` says whether all of it could be read; what could not is left out. */
export function parseTasks(text: string): { readonly tasks: readonly Task[]; readonly whole: boolean } {
  const list = listIn(text);
  if (!list) return { tasks: [], whole: false };
  const tasks = list.flatMap((item: Fields | null) => {
    const task = item && typeof item.id === "string" ? readTask(item, item.id, item.done === true) : null;
    return task ? [task] : [];
  });
  return { tasks, whole: tasks.length === list.length };
}

function listIn(text: string): (Fields | null)[] | null {
  try {
    const stored = JSON.parse(text) as { version?: unknown; tasks?: unknown } | null;
    return stored?.version === 1 && Array.isArray(stored.tasks) ? stored.tasks : null;
  } catch {
    return null;
  }
}

export function formatTasks(tasks: readonly Task[]): string {
  return JSON.stringify({ version: 1, tasks });
}

export type Action =
  | { readonly do: "add"; readonly task: Task }
  | { readonly do: "toggle" | "remove"; readonly id: string }
  | { readonly do: "clear" };

export function reduce(tasks: readonly Task[], action: Action): readonly Task[] {
  switch (action.do) {
    case "add":
      return [...tasks, action.task];
    case "toggle":
      return tasks.map((task) => (task.id === action.id ? { ...task, done: !task.done } : task));
    case "remove":
      return tasks.filter(({ id }) => id !== action.id);
    case "clear":
      return tasks.filter(({ done }) => !done);
  }
}

/** The tasks of a view in order: open before done, then by what is urgent, then as they were added. */
export function visible(tasks: readonly Task[], show: Show, matches: (task: Task) => boolean = () => true): Task[] {
  return tasks
    .filter((task) => (show === "all" || task.done === (show === "done")) && matches(task))
    .sort((a, b) => Number(a.done) - Number(b.done) || urgency(a, b));
}

function urgency(a: Task, b: Task): number {
  const orders: number[] = [
    /* @feature due_dates */
    (a.due || "9999").localeCompare(b.due || "9999"),
    /* @end */
    /* @feature priorities */
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority),
    /* @end */
  ];
  return orders.find((order) => order !== 0) ?? 0;
}
