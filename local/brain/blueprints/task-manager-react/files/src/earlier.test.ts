import { expect, test } from "vitest";
import { asidesOf, takeEarlierTasks } from "./earlier";
import { openTasks, type TaskApp, tasksOf } from "./open-tasks";
import { createIndexedDB } from "./support/indexed-db.js";
import { TASK } from "./task";

Object.assign(globalThis, { document: { createElement: () => ({ append() {}, setAttribute() {}, addEventListener() {} }) } });

const OLD = { id: "a", title: "Milk", done: true, due: "2026-03-01", priority: "normal", tags: ["shop"] };
const text = (...tasks: unknown[]) => JSON.stringify({ version: 1, tasks });
const titles = (app: TaskApp) => tasksOf(app).map(({ title }) => title);

function memory(initial: Record<string, string>) {
  const data = new Map(Object.entries(initial));
  return {
    data,
    getItem: (key: string) => data.get(key) ?? null,
    setItem: (key: string, value: string) => void data.set(key, value),
    removeItem: (key: string) => void data.delete(key),
  };
}

async function opened(stored: (key: string) => Record<string, string>, indexedDB: unknown = createIndexedDB()) {
  const app = await openTasks({ indexedDB });
  const key = `${app.database}.tasks`;
  const asides = Array.from({ length: 9 }, (_, index) => `${key}.unreadable-${index + 1}`);
  return { app, key, asides, storage: memory(stored(key)) };
}

test("the tasks of an earlier version are taken over once, and their text is then gone", async () => {
  const { app, key, storage } = await opened((key) => ({ [key]: text(OLD) }));
  await takeEarlierTasks(app, storage);
  expect(tasksOf(app)).toMatchObject([{ id: "a", title: "Milk", done: true }]);
  expect(storage.data.has(key)).toBe(false);
  storage.setItem(key, text({ ...OLD, title: "Older" }));
  await takeEarlierTasks(app, storage);
  expect(titles(app)).toEqual(["Milk"]);
});

test("the text stays until its tasks are kept", async () => {
  const { app, key, storage } = await opened((key) => ({ [key]: text(OLD) }), null);
  await takeEarlierTasks(app, storage);
  expect([titles(app), storage.data.has(key)]).toEqual([["Milk"], true]);

  const full = await opened((key) => ({ [key]: text(OLD) }), createIndexedDB({ room: 0 }));
  await expect(takeEarlierTasks(full.app, full.storage)).rejects.toThrow();
  expect(full.storage.data.has(full.key)).toBe(true);
});

test("what cannot be read is put aside and offered, and the rest is taken over", async () => {
  for (const broken of ["{oops", '{"version":2,"tasks":[]}', text(OLD, { id: 7 }, null)]) {
    const { app, key, asides, storage } = await opened((key) => ({ [key]: broken }));
    await takeEarlierTasks(app, storage);
    expect([...storage.data]).toEqual([[asides[0], broken]]);
    expect(asidesOf(app, storage)).toEqual([{ name: asides[0], text: broken }]);
    expect(titles(app)).toEqual(broken.includes("Milk") ? ["Milk"] : []);
    expect(storage.data.has(key)).toBe(false);
  }
});

test("what was put aside is not overwritten, and without a place for more the text stays", async () => {
  const { app, key, asides, storage } = await opened((key) => ({ [key]: "{oops" }));
  for (const name of asides) storage.setItem(name, name);
  await takeEarlierTasks(app, storage);
  expect([...storage.data.keys()].sort()).toEqual([key, ...asides].sort());
  expect(asides.map((name) => storage.getItem(name))).toEqual(asides);
  expect(asidesOf(app, storage)[0]).toEqual({ name: key, text: "{oops" });
});

test("a value that its field cannot keep is left out, and the task is taken over", async () => {
  const { app, storage } = await opened((key) => ({ [key]: text({ ...OLD, done: "yes", tags: 7, due: 5, priority: {} }) }));
  await takeEarlierTasks(app, storage);
  expect(app.records.get(TASK.id, "a")).toMatchObject({ title: "Milk", done: false });
});
