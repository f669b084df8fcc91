import assert from "node:assert/strict";
import { test } from "node:test";
import { draw, drawBelow, gameSeed, newSeed, shuffled } from "../public/lib/random.js";

test("the same seed gives the same numbers, another one others", () => {
  assert.deepEqual(draw(7), draw(7));
  assert.notEqual(draw(7).value, draw(8).value);
  assert.notEqual(draw(draw(7).seed).value, draw(7).value);
});

test("numbers are spread over their range", () => {
  const counts = [0, 0, 0, 0];
  let seed = 1;
  for (let index = 0; index < 4000; index++) {
    const drawn = drawBelow(4, seed);
    seed = drawn.seed;
    counts[drawn.value]++;
  }
  for (const count of counts) assert.ok(count > 850 && count < 1150, String(counts));
});

test("shuffling keeps every item once and leaves the original alone", () => {
  const items = [1, 2, 3, 4, 5, 6];
  const mixed = shuffled(items, 3);
  assert.deepEqual([...mixed].sort(), items);
  assert.deepEqual(shuffled(items, 3), mixed);
  assert.notDeepEqual(mixed, items);
});

test("an address can name a game, which is then the same for everybody", () => {
  assert.equal(gameSeed("?game=7"), 7);
  for (const query of ["", "?game=x", "?game=-1"]) assert.notEqual(gameSeed(query), gameSeed(query));
});

test("a new seed is a whole number", () => {
  assert.ok(Number.isInteger(newSeed()));
});
