import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { wordCount, wordsIn } from "../../../public/lib/behaviours/word-count.js";

test("words are counted, signs between them are not", () => {
  const counts = ["", null, undefined, "one", "Don’t panic – well-known !", "Größe: 3 m\nça va", "…"].map(wordsIn);
  assert.deepEqual(counts, [0, 0, 0, 1, 3, 5, 0]);
});

test("a text shows its words, a long one how long it takes to read, and none without a text", async () => {
  const { app } = await recordsApp();
  app.words = { wordCount: { one: "1 word", other: "{count} words" }, wordCountReading: "{words}, {minutes} min" };
  const shown = (text) => wordCount({ entity: "task", field: "title" }).badges({ title: text }, app).map((badge) => badge.text);
  assert.deepEqual(shown("one"), ["1 word"]);
  assert.deepEqual(shown("word ".repeat(49)), ["49 words"]);
  assert.deepEqual(shown("word ".repeat(50)), ["50 words, 1 min"]);
  assert.deepEqual(shown("word ".repeat(660)), ["660 words, 3 min"]);
  assert.deepEqual(shown(null), []);
});
