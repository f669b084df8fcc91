import type { Task } from "./task";

export type Show = "all" | "open" | "done";

/** The tasks of a view in order: open before done, then by what is urgent, then as they were added. */
export function visible(tasks: readonly Task[], show: Show, matches: (task: Task) => boolean = () => true): Task[] {
  return tasks
    .filter((task) => (show === "all" || task.done === (show === "done")) && matches(task))
    .sort((a, b) => Number(a.done) - Number(b.done) || urgency(a, b));
}

function urgency(a: Task, b: Task): number {
  const orders: number[] = [
    /* @feature due_dates */
    (a.due_date ?? "9999").localeCompare(b.due_date ?? "9999"),
    /* @end */
    /* @feature priorities */
    RANKS.indexOf(a.priority) - RANKS.indexOf(b.priority),
    /* @end */
  ];
  return orders.find((order) => order !== 0) ?? 0;
}
/* @feature priorities */

/** A task without a priority comes before one that is said to have a low one. */
const RANKS: readonly (string | null)[] = ["high", "medium", null, "low"];
/* @end */
