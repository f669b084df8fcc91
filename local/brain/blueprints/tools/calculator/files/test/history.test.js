import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHistory, remember } from "../public/features/history.js";

const entry = (text) => ({ text, result: "1" });

test("the newest calculation comes first, and the same one is kept once", () => {
  const history = remember(remember([], entry("a")), entry("b"));
  assert.deepEqual(history, [entry("b"), entry("a")]);
  assert.equal(remember(history, entry("b")), history);
});

test("at most fifty are kept", () => {
  let history = [];
  for (let index = 0; index < 60; index++) history = remember(history, entry(String(index)));
  assert.equal(history.length, 50);
  assert.equal(history[0].text, "59");
});

test("stored entries that cannot be used are left out", () => {
  assert.deepEqual(parseHistory([entry("a"), { text: 1 }, null]), [entry("a")]);
  assert.throws(() => parseHistory("none"), TypeError);
});
