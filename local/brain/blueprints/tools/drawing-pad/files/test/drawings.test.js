import assert from "node:assert/strict";
import { test } from "node:test";
import { readDrawing, toText } from "../public/features/drawings.js";
import { startLine } from "../public/model/drawing.js";

const line = startLine("a", { color: "#c81e1e", width: 10 }, [1, 2]);
const file = (text) => new Blob([text]);

test("a saved drawing is read again", async () => {
  assert.deepEqual(await readDrawing(file(toText([line]))), [line]);
});

test("what is no drawing is refused", async () => {
  const others = ["", "{oops", "null", "[]", '{"version":1}', '{"version":1,"lines":[7]}', toText([]), JSON.stringify({ version: 2, lines: [line] })];
  for (const text of others) assert.equal(await readDrawing(file(text)), null, text);
  assert.equal(await readDrawing({ size: 10_000_001, text: () => assert.fail("it was read") }), null);
});
