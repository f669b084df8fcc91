import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../public/lib/store.js";

function memory(initial = {}) {
  const data = new Map(Object.entries(initial));
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => data.set(key, value),
  };
}

const parse = (value) => {
  if (!Array.isArray(value)) throw new TypeError("not a list");
  return value.filter((item) => typeof item === "string");
};
const make = (storage) => createStore({ key: "k", version: 1, parse, empty: () => [], storage });

test("what is set is read back by the next store", () => {
  const storage = memory();
  assert.equal(make(storage).set(["a", "b"]), true);
  assert.deepEqual(make(storage).get(), ["a", "b"]);
});

test("broken JSON, another version and a refused value all start empty", () => {
  for (const stored of ["{oops", '{"version":2,"value":["a"]}', '{"version":1,"value":7}', "null"])
    assert.deepEqual(make(memory({ k: stored })).get(), []);
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
