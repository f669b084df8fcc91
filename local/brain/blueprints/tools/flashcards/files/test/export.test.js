import assert from "node:assert/strict";
import { test } from "node:test";
import { fromLines, toLines } from "../public/features/export.js";

test("cards come back from their text", () => {
  const cards = [
    { front: "maison", back: "house" },
    { front: "a;b\\", back: "two\nlines; \\n" },
  ];
  assert.deepEqual(fromLines(toLines(cards)), { cards, leftOut: [] });
});

test("lines without both sides are left out", () => {
  const text = "uno;one\r\n\r\nno semicolon\n;no front\nno back;\ndos ; two; too";
  assert.deepEqual(fromLines(text), { cards: [{ front: "uno", back: "one" }, { front: "dos", back: "two; too" }], leftOut: ["no semicolon", ";no front", "no back;"] });
});
