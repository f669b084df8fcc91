import { expect, test } from "vitest";
import { keepTask, openTasks, type TaskApp, tasksOf, valuesIn } from "./open-tasks";
import { createIndexedDB } from "./support/indexed-db.js";
import { TASK, type Task } from "./task";

// What the library shows needs a page; what it keeps does not.
Object.assign(globalThis, { document: { createElement: () => ({ append() {}, setAttribute() {}, addEventListener() {} }) } });

const titles = (app: TaskApp) => tasksOf(app).map(({ title }) => title);
const first = (app: TaskApp) => tasksOf(app)[0] as Task;

test("what is added is there for the next page", async () => {
  const browser = { indexedDB: createIndexedDB() };
  expect(await keepTask(await openTasks(browser), { title: "Water the plants" })).toBe(true);
  expect(titles(await openTasks(browser))).toEqual(["Water the plants"]);
});

test("two tabs that change different values of one task keep both changes", async () => {
  const browser = { indexedDB: createIndexedDB() };
  const one = await openTasks(browser);
  await keepTask(one, { title: "Milk" });
  const two = await openTasks(browser);
  const begun = first(two);
  await keepTask(one, { title: "Oat milk" }, first(one));
  await keepTask(two, { done: true }, begun);
  expect(first(two)).toMatchObject({ title: "Oat milk", done: true });
});

test("deleting tasks is undone as one", async () => {
  const app = await openTasks();
  for (const title of ["a", "b", "c"]) await keepTask(app, { title });
  const [a, b] = tasksOf(app) as [Task, Task];
  await app.records.remove(TASK.id, a.id, [[TASK.id, b.id]]);
  expect(titles(app)).toEqual(["c"]);
  await app.records.restore(TASK.id, a.id);
  expect(titles(app)).toEqual(["a", "b", "c"]);
});

test("a stored task that cannot be read stays where it is", async () => {
  const indexedDB = createIndexedDB();
  await keepTask(await openTasks({ indexedDB }), { title: "Milk" });
  const [[, row]] = [...[...indexedDB.databases.values()][0].stores.get("records").rows];
  row.values.title = 7;
  const app = await openTasks({ indexedDB });
  expect([titles(app), app.records.unreadable()]).toEqual([[], [row]]);
});

test("a form says the values of a task, and an empty title is none", async () => {
  const form = new FormData();
  form.set("title", "  Milk ");
  expect(valuesIn(form, await openTasks())).toEqual({ title: "Milk" });
  form.set("title", " ");
  expect(valuesIn(form, await openTasks())).toEqual({ title: null });
});
