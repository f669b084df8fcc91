import assert from "node:assert/strict";
import { test } from "node:test";
import { kept, lastOf } from "../public/features/undo.js";

test("the last game comes back first", () => {
  const games = kept(kept([], "a"), "b");
  assert.deepEqual(lastOf(games), { game: "b", rest: ["a"] });
  assert.equal(lastOf([]), null);
});

test("only the last fifty are kept", () => {
  let games = [];
  for (let index = 0; index < 80; index++) games = kept(games, index);
  assert.equal(games.length, 50);
  assert.equal(games[0], 30);
});
