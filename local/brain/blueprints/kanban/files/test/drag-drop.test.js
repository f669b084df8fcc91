import assert from "node:assert/strict";
import { test } from "node:test";
import { cardBelow } from "../public/features/drag-drop.js";

const cards = [
  { id: "a", middle: 10 },
  { id: "b", middle: 30 },
  { id: "c", middle: 50 },
];

test("a card is dropped before the next card below the pointer", () => {
  assert.equal(cardBelow(cards, "x", 20), "b");
  assert.equal(cardBelow(cards, "x", 5), "a");
});

test("below every card it goes to the end, and it is never dropped before itself", () => {
  assert.equal(cardBelow(cards, "x", 60), null);
  assert.equal(cardBelow(cards, "b", 20), "c");
});
