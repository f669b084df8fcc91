import { expect, test } from "vitest";
import { formatTasks, parseTasks, readTask, reduce, type Task, visible } from "./tasks";

const make = (id: string, title = id.toUpperCase()): Task => readTask({ title }, id) as Task;
const two = [make("a"), make("b")];

test("a task has a clean title and starts open", () => {
  expect(readTask({ title: "  Buy   milk " }, "1")).toMatchObject({ id: "1", title: "Buy milk", done: false });
});

test("there is no task without a title", () => {
  expect(readTask({ title: "  " }, "1")).toBeNull();
  expect(readTask({}, "1")).toBeNull();
});

test("toggling completes a task and opens it again", () => {
  const once = reduce(two, { do: "toggle", id: "b" });
  expect(once.map(({ done }) => done)).toEqual([false, true]);
  expect(reduce(once, { do: "toggle", id: "b" })).toEqual(two);
});

test("adding, removing and clearing touch no other task", () => {
  expect(reduce(two, { do: "add", task: make("c") })).toHaveLength(3);
  expect(reduce(two, { do: "remove", id: "a" })).toEqual([two[1]]);
  expect(reduce(reduce(two, { do: "toggle", id: "a" }), { do: "clear" })).toEqual([two[1]]);
});

test("open tasks come before completed ones, and views choose", () => {
  const tasks = reduce(two, { do: "toggle", id: "a" });
  expect(visible(tasks, "all").map(({ id }) => id)).toEqual(["b", "a"]);
  expect(visible(tasks, "open").map(({ id }) => id)).toEqual(["b"]);
  expect(visible(tasks, "done").map(({ id }) => id)).toEqual(["a"]);
});

test("a view can be narrowed further", () => {
  expect(visible(two, "all", ({ title }) => title === "B").map(({ id }) => id)).toEqual(["b"]);
});

test("what is stored is read back", () => {
  expect(parseTasks(formatTasks(two))).toEqual({ tasks: two, whole: true });
});

test("broken, foreign and older storage gives no tasks and says so", () => {
  for (const text of ["null", "{oops", "[]", '{"version":2,"tasks":[]}', '{"version":1,"tasks":7}'])
    expect(parseTasks(text)).toEqual({ tasks: [], whole: false });
  const some = '{"version":1,"tasks":[null,{"id":7,"title":"x"},{"id":"a","title":"A"}]}';
  expect(parseTasks(some)).toEqual({ tasks: [make("a", "A")], whole: false });
});
