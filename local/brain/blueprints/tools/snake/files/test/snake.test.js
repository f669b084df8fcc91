import assert from "node:assert/strict";
import { test } from "node:test";
import { newGame, SIZE, step, turn } from "../public/model/snake.js";

const cell = (x, y) => ({ x, y });
const game = (body, more = {}) => ({ body, direction: "right", queue: [], food: cell(0, 0), score: 0, over: false, seed: 1, ...more });
const times = (count, change, start) => Array.from({ length: count }).reduce((state) => change(state), start);

test("the snake goes on in its direction, its tail behind it", () => {
  const moved = step(game([cell(5, 5), cell(4, 5), cell(3, 5)]));
  assert.deepEqual(moved.body, [cell(6, 5), cell(5, 5), cell(4, 5)]);
});

test("food makes it longer, and new food appears on a free cell", () => {
  const fed = step(game([cell(5, 5), cell(4, 5)], { food: cell(6, 5) }));
  assert.equal(fed.score, 1);
  assert.equal(fed.body.length, 3);
  assert.ok(fed.body.every(({ x, y }) => x !== fed.food.x || y !== fed.food.y));
});

test("walls and its own body end the game", () => {
  assert.equal(step(game([cell(SIZE - 1, 5)])).over, true);
  const curled = game([cell(5, 5), cell(5, 4), cell(6, 4), cell(6, 5), cell(6, 6)]);
  assert.equal(step(curled).over, true);
  const over = step(curled);
  assert.equal(step(over), over);
});

test("it may move to where its tail just was", () => {
  const circle = game([cell(5, 5), cell(5, 4), cell(6, 4), cell(6, 5)]);
  assert.equal(step(circle).over, false);
});

test("open walls lead to the other side", () => {
  assert.deepEqual(step(game([cell(SIZE - 1, 5)]), true).body[0], cell(0, 5));
  assert.deepEqual(step(game([cell(0, 0)], { direction: "up", food: null }), true).body[0], cell(0, SIZE - 1));
});

test("it cannot turn back, and two quick turns are both made", () => {
  const start = game([cell(5, 5), cell(4, 5)]);
  assert.equal(turn(start, "left"), start);
  const turned = ["up", "left"].reduce(turn, start);
  assert.deepEqual(turned.queue, ["up", "left"]);
  assert.deepEqual(times(2, (state) => step(state), turned).body[0], cell(4, 4));
  assert.equal(turn(turned, "down"), turned);
});

test("the same seed and the same turns give the same game", () => {
  const play = (seed) => times(4, (state) => step(state), turn(newGame(seed), "up"));
  assert.deepEqual(play(4), play(4));
  assert.notDeepEqual(newGame(4).food, newGame(5).food);
});
