import assert from "node:assert/strict";
import { test } from "node:test";
import { isFound, isOver, isUp, newGame, turnDown, turnUp } from "../public/model/memory.js";
import { NAMES } from "../public/model/names.js";
import { SYMBOLS } from "../public/model/symbols.js";

const game = { cards: ["star", "moon", "star", "moon"], open: [], found: [], moves: 0 };

test("every symbol is on two cards, in the order of the seed", () => {
  const { cards } = newGame(3, 8);
  assert.equal(cards.length, 16);
  for (const name of new Set(cards)) assert.equal(cards.filter((card) => card === name).length, 2);
  assert.deepEqual(newGame(3, 8), newGame(3, 8));
  assert.notDeepEqual(newGame(4, 8).cards, cards);
  assert.equal(newGame(1, 18).cards.length, 2 * Object.keys(SYMBOLS).length);
});

test("every symbol has a name", () => {
  assert.deepEqual(Object.keys(NAMES), Object.keys(SYMBOLS));
});

test("two equal cards are a pair and stay up", () => {
  const found = [0, 2].reduce(turnUp, game);
  assert.equal(found.moves, 1);
  assert.deepEqual(found.found, ["star"]);
  assert.equal(isFound(found, 2), true);
  assert.equal(turnUp(found, 0), found);
});

test("two different cards are turned down again", () => {
  const up = [0, 1].reduce(turnUp, game);
  assert.equal(isUp(up, 1), true);
  assert.equal(isUp(turnDown(up), 1), false);
});

test("a third card turns the two others down", () => {
  const third = [0, 1, 2].reduce(turnUp, game);
  assert.deepEqual(third.open, [2]);
  assert.equal(third.moves, 1);
});

test("the same card twice is no move", () => {
  const once = turnUp(game, 0);
  assert.equal(turnUp(once, 0), once);
});

test("the game is over once all pairs are found", () => {
  assert.equal(isOver(game), false);
  assert.equal(isOver([0, 2, 1, 3].reduce(turnUp, game)), true);
});

test("the cards of a game are always the same", () => {
  const places = [0, 14, 1, 10, 2, 5, 3, 13, 4, 12, 6, 9, 7, 15, 8, 11];
  const over = places.reduce(turnUp, newGame(7));
  assert.deepEqual([isOver(over), over.moves], [true, 8]);
});
