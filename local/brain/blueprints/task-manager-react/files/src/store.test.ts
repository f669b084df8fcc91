import { expect, test } from "vitest";
import { createTaskStore, type Keeps } from "./store";
import { readTask, type Task } from "./tasks";

const KEY = "app.tasks";
const task = (id: string): Task => readTask({ title: id }, id) as Task;
const ids = (store: { get(): readonly Task[] }) => store.get().map(({ id }) => id);

function memory(initial: Record<string, string> = {}): Keeps & { readonly data: Map<string, string> } {
  const data = new Map(Object.entries(initial));
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
}

test("what is done is there for the next page", () => {
  const storage = memory();
  expect(createTaskStore(KEY, storage).dispatch({ do: "add", task: task("a") })).toBe(true);
  expect(ids(createTaskStore(KEY, storage))).toEqual(["a"]);
});

test("two tabs do not write over each other's tasks", () => {
  const storage = memory();
  const [first, second] = [createTaskStore(KEY, storage), createTaskStore(KEY, storage)];
  first.dispatch({ do: "add", task: task("a") });
  second.dispatch({ do: "add", task: task("b") });
  first.dispatch({ do: "toggle", id: "a" });
  expect(ids(first)).toEqual(["a", "b"]);
  expect(createTaskStore(KEY, storage).get()).toEqual(first.get());
});

test("what another tab stores appears, and listeners hear of it", () => {
  const storage = memory();
  const events = new EventTarget();
  const store = createTaskStore(KEY, storage, events);
  let heard = 0;
  store.subscribe(() => heard++);
  createTaskStore(KEY, storage).dispatch({ do: "add", task: task("a") });
  events.dispatchEvent(Object.assign(new Event("storage"), { key: "another" }));
  expect(heard).toBe(0);
  events.dispatchEvent(Object.assign(new Event("storage"), { key: KEY }));
  expect(ids(store)).toEqual(["a"]);
  expect(heard).toBe(1);
});

test("what cannot be read is put aside before anything is written, until it is discarded", () => {
  for (const text of ["{oops", '{"version":2,"tasks":[]}', '{"version":1,"tasks":[{"id":"a"}]}']) {
    const storage = memory({ [KEY]: text });
    const store = createTaskStore(KEY, storage);
    expect(store.asides()).toEqual([{ name: `${KEY}.unreadable-1`, text }]);
    store.dispatch({ do: "add", task: task("b") });
    expect(storage.getItem(`${KEY}.unreadable-1`)).toBe(text);
    expect(ids(createTaskStore(KEY, storage))).toEqual(["b"]);
    store.discard(`${KEY}.unreadable-1`);
    expect(store.asides()).toEqual([]);
  }
});

test("without room to put it aside it is not written over", () => {
  const storage = memory({ [KEY]: "{oops" });
  const full = {
    ...storage,
    setItem: () => {
      throw new Error("quota");
    },
  };
  const store = createTaskStore(KEY, full);
  expect(store.dispatch({ do: "add", task: task("a") })).toBe(false);
  expect(storage.getItem(KEY)).toBe("{oops");
  expect(ids(store)).toEqual(["a"]);
});

test("without a storage the tasks last as long as the page", () => {
  const store = createTaskStore(KEY);
  store.dispatch({ do: "add", task: task("a") });
  store.dispatch({ do: "add", task: task("b") });
  expect(ids(store)).toEqual(["a", "b"]);
});
