import assert from "node:assert/strict";
import { test } from "node:test";
import { savePicture } from "../public/features/png.js";

function saving(blob) {
  const offered = [];
  const canvas = { toBlob: (give) => give(blob) };
  const offer = (name, given) => offered.push([name, given.size]);
  return { canvas, offered, saved: savePicture("a.png", (drawn) => (drawn.drawn = true), { createCanvas: () => canvas, offer }) };
}

test("a picture is drawn and offered under its name", async () => {
  const { canvas, offered, saved } = saving({ size: 9 });
  assert.equal(await saved, true);
  assert.deepEqual([canvas.width, canvas.height, canvas.drawn], [2000, 1400, true]);
  assert.deepEqual(offered, [["a.png", 9]]);
});

test("nothing is offered if the browser makes no picture", async () => {
  const { offered, saved } = saving(null);
  assert.equal(await saved, false);
  assert.deepEqual(offered, []);
});
