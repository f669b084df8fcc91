import assert from "node:assert/strict";
import { test } from "node:test";
import { extendLine, onPaper, parseDrawing, startLine } from "../public/model/drawing.js";

const pen = { color: "#c81e1e", width: 10 };

test("a line has whole points inside the paper", () => {
  assert.deepEqual(onPaper([-5, 900]), [0, 700]);
  assert.deepEqual(startLine("a", pen, [10.4, 20.6]).points, [10, 21]);
});

test("a line grows by points that can be seen", () => {
  const line = startLine("a", pen, [10, 10]);
  assert.equal(extendLine(line, [11, 10]), line);
  assert.deepEqual(extendLine(line, [20, 10]).points, [10, 10, 20, 10]);
});

test("what is no line is left out of a stored drawing", () => {
  const line = startLine("a", pen, [1, 2]);
  const broken = [null, 7, { ...line, color: "red" }, { ...line, width: -1 }, { ...line, points: [1] }, { ...line, points: [1, "2"] }];
  assert.deepEqual(parseDrawing([line, ...broken]), [line]);
  assert.throws(() => parseDrawing("lines"), TypeError);
});
