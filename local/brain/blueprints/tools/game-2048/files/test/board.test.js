import assert from "node:assert/strict";
import { test } from "node:test";
import { isOver, isWon, newGame, parseGame, push, slide } from "../public/model/board.js";

const tiles = ({ cells }) => cells.filter(Boolean);
const game = (rows) => ({ size: rows.length, cells: rows.flat(), score: 0, seed: 1, newest: -1 });

test("equal neighbours become one, each tile only once", () => {
  assert.deepEqual(slide([2, 2, 2, 2]), { values: [4, 4, 0, 0], points: 8 });
  assert.deepEqual(slide([0, 2, 0, 2]), { values: [4, 0, 0, 0], points: 4 });
  assert.deepEqual(slide([4, 2, 2, 0]), { values: [4, 4, 0, 0], points: 4 });
  assert.deepEqual(slide([2, 4, 8, 16]).points, 0);
});

test("tiles are pushed to the side that was meant, and one appears", () => {
  const start = game([
    [2, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [2, 0, 0, 0],
  ]);
  const down = push(start, "down");
  assert.equal(down.cells[12], 4);
  assert.equal(down.score, 4);
  assert.equal(tiles(down).length, 2);
  assert.equal(push(start, "up").cells[0], 4);
  assert.deepEqual([push(start, "right").cells[3], push(start, "right").cells[15]], [2, 2]);
});

test("a push that moves nothing changes nothing", () => {
  const stuck = game([
    [2, 4],
    [4, 2],
  ]);
  assert.equal(push(stuck, "left"), stuck);
  assert.equal(isOver(stuck), true);
});

test("a full board with equal neighbours is not over", () => {
  assert.equal(isOver(game([[2, 2], [4, 8]])), false);
  assert.equal(isOver(game([[2, 4], [2, 8]])), false);
  assert.equal(isOver(game([[2, 4], [8, 2]])), true);
});

test("the same seed gives the same game", () => {
  const play = (seed) => ["left", "up", "right", "down", "left"].reduce(push, newGame(seed));
  assert.deepEqual(play(5), play(5));
  assert.notDeepEqual(newGame(5).cells, newGame(9).cells);
  assert.equal(tiles(newGame(3)).length, 2);
});

test("the sum of all tiles grows by what appears, and by nothing else", () => {
  let current = newGame(11);
  for (let index = 0; index < 300 && !isOver(current); index++) {
    const next = push(current, ["left", "down", "right", "up"][index % 4]);
    if (next === current) continue;
    const grown = tiles(next).reduce((a, b) => a + b) - tiles(current).reduce((a, b) => a + b);
    assert.ok(grown === 2 || grown === 4, String(grown));
    current = next;
  }
});

test("2048 wins", () => {
  assert.equal(isWon(game([[1024, 1024], [0, 0]])), false);
  assert.equal(isWon(push(game([[1024, 1024], [0, 0]]), "left")), true);
});

test("a stored game must be one", () => {
  const stored = newGame(1);
  assert.deepEqual(parseGame(stored).cells, stored.cells);
  for (const wrong of [null, { ...stored, size: 9 }, { ...stored, cells: [2] }, { ...stored, cells: stored.cells.with(0, 3) }])
    assert.throws(() => parseGame(wrong), TypeError);
});
