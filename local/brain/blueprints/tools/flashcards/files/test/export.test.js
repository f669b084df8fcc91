import assert from "node:assert/strict";
import { test } from "node:test";
import { fromLines, toLines } from "../public/features/export.js";

test("cards come back from their text", () => {
  const cards = [
    { front: "maison", back: "house", box: 1, due: "2026-02-27" },
    { front: "a;b\\", back: "two\nlines; \\n", box: 5, due: "2026-03-15" },
    { front: "what looks", back: "like the end;3;2026-01-01", box: 2, due: "2026-03-01" },
  ];
  assert.deepEqual(fromLines(toLines(cards)), { cards, leftOut: [] });
});

test("a line need not have a box and a day, and has none of its own making", () => {
  const { cards, leftOut } = fromLines("uno;one\ndos;two;4;2026-05-01\ntres;three;6;2026-05-01\ncuatro;four;1;2026-99-01");
  const read = [
    { front: "uno", back: "one" },
    { front: "dos", back: "two", box: 4, due: "2026-05-01" },
    { front: "tres", back: "three;6;2026-05-01" },
  ];
  assert.deepEqual([cards, leftOut], [read, ["cuatro;four;1;2026-99-01"]]);
});

test("lines without both sides are left out", () => {
  const text = "uno;one\r\n\r\nno semicolon\n;no front\nno back;\ndos ; two; too";
  assert.deepEqual(fromLines(text), { cards: [{ front: "uno", back: "one" }, { front: "dos", back: "two; too" }], leftOut: ["no semicolon", ";no front", "no back;"] });
});
