import { expect, test } from "vitest";
import type { Task } from "./task";
import { visible } from "./visible";

const make = (id: string, more: object = {}) => ({ id, title: id.toUpperCase(), done: false, tags: [], due_date: null, priority: null, ...more }) as Task;
const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);
const tasks = [make("a", { done: true }), make("b"), make("c")];

test("open tasks come before completed ones, and views choose", () => {
  expect(ids(visible(tasks, "all"))).toEqual(["b", "c", "a"]);
  expect(ids(visible(tasks, "open"))).toEqual(["b", "c"]);
  expect(ids(visible(tasks, "done"))).toEqual(["a"]);
});

test("a view can be narrowed further", () => {
  expect(ids(visible(tasks, "all", ({ title }) => title === "B"))).toEqual(["b"]);
});
/* @feature due_dates */

test("what is due first comes first", () => {
  const due = [make("a"), make("b", { due_date: "2026-03-02" }), make("c", { due_date: "2026-03-01" })];
  expect(ids(visible(due, "all"))).toEqual(["c", "b", "a"]);
});
/* @end */
/* @feature priorities */

test("of tasks that are due together the important ones come first", () => {
  const ranked = [make("a", { priority: "low" }), make("b"), make("c", { priority: "high" }), make("d", { priority: "medium" })];
  expect(ids(visible(ranked, "all"))).toEqual(["c", "d", "b", "a"]);
});
/* @end */
