import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../public/lib/store.js";

function memory(initial = {}) {
  const data = new Map(Object.entries(initial));
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => data.set(key, value),
    removeItem: (key) => data.delete(key),
  };
}

const parse = (value) => {
  if (!Array.isArray(value)) throw new TypeError("not a list");
  return value.filter((item) => typeof item === "string");
};
const make = (storage, more = {}) => createStore({ key: "k", version: 1, parse, empty: () => [], storage, ...more });

/** Two tabs on one storage. Each hears of what the other stores when `deliver` is called. */
function twoTabs(initial) {
  const storage = memory(initial);
  const [first, second] = [new EventTarget(), new EventTarget()].map((events) => ({ events, store: make(storage, { events }) }));
  const deliver = (tab, key = "k") => tab.events.dispatchEvent(Object.assign(new Event("storage"), { key }));
  return { storage, first, second, deliver };
}

test("what is set is read back by the next store", () => {
  const storage = memory();
  assert.equal(make(storage).set(["a", "b"]), true);
  assert.deepEqual(make(storage).get(), ["a", "b"]);
});

test("a browser that forbids its storage leaves the state in memory, and says that it is not kept", () => {
  const store = make(() => {
    throw new TypeError("denied");
  });
  assert.equal(store.set(["a"]), false);
  assert.deepEqual(store.get(), ["a"]);
});

test("broken JSON, another version and a refused value all start empty", () => {
  for (const stored of ["{oops", '{"version":2,"value":["a"]}', '{"version":1,"value":7}', "null"])
    assert.deepEqual(make(memory({ k: stored })).get(), []);
});

test("what cannot be read is put aside before anything is written, and told", () => {
  for (const stored of ["{oops", '{"version":2,"value":["a"]}', '{"version":1,"value":7}', '{"version":1,"value":["a",7]}']) {
    const storage = memory({ k: stored });
    const told = [];
    make(storage, { tell: (each) => told.push(each) }).set(["b"]);
    assert.equal(storage.getItem("k.unreadable-1"), stored);
    assert.deepEqual(told.map(({ name, text }) => [name, text]), [["k.unreadable-1", stored]]);
    assert.equal(storage.getItem("k"), '{"version":1,"value":["b"]}');
  }
});

test("it is told again until it is deleted, and a second one does not replace it", () => {
  const storage = memory({ k: "{oops", "k.unreadable-1": "{earlier" });
  const told = [];
  const tell = (each) => told.push(each);
  make(storage, { tell });
  make(storage, { tell });
  assert.deepEqual(told.map(({ text }) => text), ["{earlier", "{oops", "{earlier", "{oops"]);
  told[0].discard();
  assert.equal(storage.getItem("k.unreadable-1"), null);
  make(storage, { tell });
  assert.deepEqual(told.slice(4).map(({ name }) => name), ["k.unreadable-2"]);
});

test("without room to put it aside it is not written over", () => {
  const storage = memory({ k: "{oops" });
  storage.setItem = () => {
    throw new Error("quota");
  };
  const store = make(storage);
  storage.setItem = (key, value) => storage.data.set(key, value);
  assert.equal(store.set(["a"]), false);
  assert.equal(storage.getItem("k"), "{oops");
  assert.deepEqual(store.get(), ["a"]);
});

test("what one tab stores appears in the other, and its listeners hear of it", () => {
  const { first, second, deliver } = twoTabs();
  const heard = [];
  second.store.subscribe((state) => heard.push(state));
  first.store.set(["a"]);
  deliver(second, "another key");
  assert.deepEqual(second.store.get(), []);
  deliver(second);
  assert.deepEqual(second.store.get(), ["a"]);
  assert.deepEqual(heard, [["a"]]);
});

test("a tab that has heard of nothing yet writes over nothing", () => {
  const { storage, first, second } = twoTabs({ k: '{"version":1,"value":["a","b"]}' });
  first.store.set(["a", "b", "first"]);
  second.store.set(["b", "second"]);
  assert.deepEqual(second.store.get(), ["b", "second", "first"]);
  assert.deepEqual(make(storage).get(), ["b", "second", "first"]);
});

test("a storage that was emptied elsewhere is empty here, too", () => {
  const { storage, first, deliver } = twoTabs({ k: '{"version":1,"value":["a"]}' });
  storage.data.clear();
  deliver(first, null);
  assert.deepEqual(first.store.get(), []);
});

test("a value is cleaned by parse on the way in", () => {
  assert.deepEqual(make(memory({ k: '{"version":1,"value":["a",7]}' })).get(), ["a"]);
});

test("listeners hear every change until they leave", () => {
  const store = make(memory());
  const heard = [];
  const leave = store.subscribe((state) => heard.push(state));
  store.set(["x"]);
  leave();
  store.set(["y"]);
  assert.deepEqual(heard, [["x"]]);
});

test("a full storage is reported and the state stays usable", () => {
  const storage = memory();
  storage.setItem = () => {
    throw new Error("quota");
  };
  const store = make(storage);
  assert.equal(store.set(["a"]), false);
  assert.deepEqual(store.get(), ["a"]);
});

test("without a storage the state lives in memory", () => {
  const store = make(undefined);
  assert.deepEqual(store.get(), []);
  store.set(["a"]);
  assert.deepEqual(store.get(), ["a"]);
});
