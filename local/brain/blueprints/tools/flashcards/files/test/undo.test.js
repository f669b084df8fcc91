import assert from "node:assert/strict";
import { test } from "node:test";
import { changesBetween, takeBack } from "../public/features/undo.js";

const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, front: id }));

test("an added, a changed and a removed card are taken back", () => {
  for (const [before, after] of [[[a], [a, b]], [[a, b], [{ ...a, front: "x" }, b]], [[a, b], [b]]]) {
    const undone = takeBack(after, changesBetween(before, after));
    assert.deepEqual(undone.toSorted((x, y) => x.id.localeCompare(y.id)), before);
  }
});

test("a card that another tab added since then stays", () => {
  const replaced = changesBetween([a], [a, b]);
  assert.deepEqual(takeBack([a, b, c], replaced), [a, c]);
});
