import assert from "node:assert/strict";
import { test } from "node:test";
import { createTaskModel } from "../public/model/tasks.js";

const model = createTaskModel([]);
const all = { show: "all", query: "", tag: "" };
const two = model.add(model.add([], { id: "1", title: "First" }), { id: "2", title: "Second" });

test("a task is added with a clean title and starts open", () => {
  assert.deepEqual(model.add([], { id: "1", title: "  Buy   milk " }), [{ id: "1", title: "Buy milk", done: false }]);
});

test("a task without a title is not added", () => {
  const before = [];
  assert.equal(model.add(before, { id: "1", title: "   " }), before);
});

test("toggling completes a task and opens it again", () => {
  const once = model.toggle(two, "2");
  assert.deepEqual(model.count(once), { open: 1, done: 1 });
  assert.deepEqual(model.toggle(once, "2"), two);
});

test("editing changes the title of one task and refuses an empty one", () => {
  assert.deepEqual(
    model.edit(two, "1", { title: "New" }).map(({ title }) => title),
    ["New", "Second"],
  );
  assert.equal(model.edit(two, "1", { title: "" }), two);
});

test("removing and clearing leave the rest alone", () => {
  assert.deepEqual(model.remove(two, "1").map(({ id }) => id), ["2"]);
  assert.deepEqual(model.clearDone(model.toggle(two, "1")).map(({ id }) => id), ["2"]);
});

test("open tasks come before completed ones, and filters choose between them", () => {
  const tasks = model.toggle(two, "1");
  assert.deepEqual(model.visible(tasks, all).map(({ id }) => id), ["2", "1"]);
  assert.deepEqual(model.visible(tasks, { ...all, show: "open" }).map(({ id }) => id), ["2"]);
  assert.deepEqual(model.visible(tasks, { ...all, show: "done" }).map(({ id }) => id), ["1"]);
});

test("stored tasks are cleaned, and what is no task is left out", () => {
  const stored = [{ id: "1", title: " A ", done: "yes" }, { id: 2, title: "B" }, { id: "3", title: "" }, null, 7];
  assert.deepEqual(model.parse(stored), [{ id: "1", title: "A", done: false }]);
  assert.throws(() => model.parse({}), TypeError);
});

test("a feature adds its own part, its badges, its order and its filter", () => {
  const stars = {
    read: ({ stars }) => ({ stars: Number(stars) || 0 }),
    badges: (task) => [{ text: `${task.stars} stars` }],
    compare: (a, b) => b.stars - a.stars,
    matches: (task, view) => task.stars >= (view.least ?? 0),
  };
  const starred = createTaskModel([stars]);
  const tasks = starred.add(starred.add([], { id: "a", title: "A", stars: "1" }), { id: "b", title: "B", stars: "5" });
  assert.deepEqual(starred.visible(tasks, all).map(({ id }) => id), ["b", "a"]);
  assert.deepEqual(starred.visible(tasks, { ...all, least: 2 }).map(({ id }) => id), ["b"]);
  assert.deepEqual(starred.badges(tasks[1], new Date()), [{ text: "5 stars" }]);
});
