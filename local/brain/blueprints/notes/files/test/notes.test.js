import assert from "node:assert/strict";
import { test } from "node:test";
import { createNoteModel, nameOf, previewOf } from "../public/model/notes.js";

const model = createNoteModel([]);
const view = { query: "", tag: "" };
const two = model.edit(model.add(model.add([], "a", 1), "b", 2), "a", { title: "First" }, 3);

test("a new note is empty and dated", () => {
  assert.deepEqual(model.add([], "a", 5), [{ id: "a", title: "", text: "", changed: 5 }]);
});

test("editing changes one note and its date", () => {
  assert.deepEqual(two, [
    { id: "a", title: "First", text: "", changed: 3 },
    { id: "b", title: "", text: "", changed: 2 },
  ]);
});

test("the note changed last comes first", () => {
  assert.deepEqual(model.visible(two, view).map(({ id }) => id), ["a", "b"]);
  const later = model.edit(two, "b", { text: "x" }, 9);
  assert.deepEqual(model.visible(later, view).map(({ id }) => id), ["b", "a"]);
});

test("removing leaves the others", () => {
  assert.deepEqual(model.remove(two, "a").map(({ id }) => id), ["b"]);
});

test("a note is named by its title, else by its first line", () => {
  assert.equal(nameOf({ title: " Shopping ", text: "milk" }), "Shopping");
  assert.equal(nameOf({ title: "", text: "milk\nbread" }), "milk");
  assert.equal(nameOf({ title: "", text: "  " }), "Untitled note");
});

test("the preview never repeats the name", () => {
  assert.equal(previewOf({ title: "", text: "milk\nbread" }), "bread");
  assert.equal(previewOf({ title: "List", text: "milk\n\nbread" }), "milk bread");
  assert.equal(previewOf({ title: "List", text: "" }), "No more text");
});

test("stored notes are cleaned, and what is no note is left out", () => {
  const stored = [{ id: "a", title: 7, text: "ok", changed: "soon" }, { title: "no id" }, null];
  assert.deepEqual(model.parse(stored), [{ id: "a", title: "", text: "ok", changed: 0 }]);
  assert.throws(() => model.parse("notes"), TypeError);
});

test("a feature adds its part and its filter", () => {
  const starred = createNoteModel([
    { read: ({ star }) => ({ star: star === true }), matches: (note, wanted) => !wanted.stars || note.star },
  ]);
  const notes = starred.edit(starred.add(starred.add([], "a", 1), "b", 2), "b", { star: true }, 3);
  assert.deepEqual(starred.visible(notes, { stars: true }).map(({ id }) => id), ["b"]);
});
