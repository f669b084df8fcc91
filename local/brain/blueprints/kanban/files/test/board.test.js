import assert from "node:assert/strict";
import { test } from "node:test";
import { COLUMNS, createBoardModel } from "../public/model/board.js";

const model = createBoardModel([]);
const view = { query: "", tag: "" };
const three = ["a", "b", "c"].reduce((cards, id) => model.add(cards, { id, title: id.toUpperCase() }), []);
const ids = (cards) => cards.map(({ id }) => id).join("");

test("the board has three columns from left to right", () => {
  assert.deepEqual(COLUMNS.map(({ title }) => title), ["To do", "Doing", "Done"]);
});

test("a new card starts on the left with a clean title", () => {
  assert.deepEqual(model.add([], { id: "a", title: " Draw  it " }), [{ id: "a", title: "Draw it", column: "todo" }]);
});

test("a card without a title is not added", () => {
  assert.equal(model.add(three, { id: "d", title: " " }), three);
});

test("a card moves to another column, and to a place in it", () => {
  const moved = model.move(three, "a", "done");
  assert.equal(ids(model.inColumn(moved, "todo", view)), "bc");
  assert.equal(ids(model.inColumn(moved, "done", view)), "a");
  assert.equal(ids(model.move(three, "c", "todo", "a")), "cab");
});

test("impossible moves change nothing", () => {
  assert.equal(model.move(three, "x", "done"), three);
  assert.equal(model.move(three, "a", "trash"), three);
  assert.equal(model.move(three, "a", "todo", "a"), three);
});

test("neighbours end at the edges", () => {
  assert.equal(model.neighbour("todo", -1), undefined);
  assert.equal(model.neighbour("todo", 1), "doing");
  assert.equal(model.neighbour("done", 1), undefined);
});

test("editing and removing touch one card only", () => {
  assert.deepEqual(model.edit(three, "b", { title: "New" }).map(({ title }) => title), ["A", "New", "C"]);
  assert.equal(ids(model.remove(three, "b")), "ac");
  assert.equal(model.count(three, "todo"), 3);
});

test("stored cards are cleaned, and what is no card is left out", () => {
  const stored = [{ id: "a", title: "A", column: "nowhere" }, { id: "b" }, "card", null];
  assert.deepEqual(model.parse(stored), [{ id: "a", title: "A", column: "todo" }]);
  assert.throws(() => model.parse(null), TypeError);
});

test("a finished card tells its features that it is done", () => {
  const seen = [];
  const watching = createBoardModel([{ badges: (card) => seen.push(card.done) && [] }]);
  watching.badges({ id: "a", title: "A", column: "done" }, new Date());
  watching.badges({ id: "a", title: "A", column: "doing" }, new Date());
  assert.deepEqual(seen, [true, false]);
});
