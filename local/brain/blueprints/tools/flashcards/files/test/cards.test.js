import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, dayOf, decksOf, dueCards, inDeck, isCard, newCard } from "../public/model/cards.js";

const TODAY = "2026-02-27";
const card = (id, more = {}) => ({ ...newCard(id, { deck: "A", front: id, back: "b" }, TODAY), ...more });

test("a known card moves up box by box and waits longer each time", () => {
  let known = card("1");
  const seen = [];
  for (let at = 0; at < 5; at++) {
    known = answer(known, true, TODAY);
    seen.push([known.box, known.due]);
  }
  assert.deepEqual(seen, [[2, "2026-03-01"], [3, "2026-03-03"], [4, "2026-03-07"], [5, "2026-03-15"], [5, "2026-03-15"]]);
});

test("a card that was not known is due at once, in the first box", () => {
  const again = answer(card("1", { box: 4, due: "2026-01-01" }), false, TODAY);
  assert.deepEqual([again.box, again.due], [1, TODAY]);
});

test("due cards come longest due first, and repeated ones last", () => {
  const cards = [card("today"), card("later", { due: "2026-02-28" }), card("old", { due: "2026-01-01" })];
  const ids = (repeats) => dueCards(cards, TODAY, repeats).map(({ id }) => id);
  assert.deepEqual(ids(), ["old", "today"]);
  assert.deepEqual(ids(new Map([["old", 1]])), ["today", "old"]);
});

test("decks are the names on the cards", () => {
  const cards = [card("1", { deck: "B" }), card("2"), card("3", { deck: "B" })];
  assert.deepEqual(decksOf(cards), ["A", "B"]);
  assert.equal(inDeck(cards, "B").length, 2);
  assert.equal(inDeck(cards, "").length, 3);
});

test("a card has all of its values", () => {
  const broken = [null, 7, card("1", { box: 6 }), card("2", { due: "soon" }), card("3", { front: "" }), card("")];
  assert.deepEqual([card("4"), ...broken].map(isCard), [true, ...broken.map(() => false)]);
});

test("a day is the one where the person is", () => {
  assert.equal(dayOf(new Date(2026, 2, 9, 23, 59)), "2026-03-09");
});
