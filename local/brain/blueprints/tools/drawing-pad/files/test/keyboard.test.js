import assert from "node:assert/strict";
import { test } from "node:test";
import { createKeyPen } from "../public/keyboard.js";

function pen() {
  const calls = [];
  const note = (name) => (point) => calls.push(point ? `${name} ${point}` : name);
  return { calls, ...createKeyPen({ start: note("start"), extend: note("extend"), end: note("end"), move: () => undefined }) };
}

test("arrows move the pen, and draw only while it is down", () => {
  const { calls, press } = pen();
  for (const key of ["ArrowLeft", " ", "ArrowRight", "ArrowDown", " ", "ArrowUp"]) press(key);
  assert.deepEqual(calls, ["start 480,350", "extend 500,350", "extend 500,370", "end"]);
});

test("Shift moves it by less, and the paper ends", () => {
  const { calls, press } = pen();
  press(" ");
  press("ArrowRight", true);
  for (let at = 0; at < 60; at++) press("ArrowUp");
  assert.equal(calls[1], "extend 504,350");
  assert.equal(calls.at(-1), "extend 504,0");
});

test("other keys stay with the page, and leaving the paper lifts the pen", () => {
  const { calls, press, lift } = pen();
  assert.deepEqual([press("Tab"), press("constructor")], [false, false]);
  press(" ");
  lift();
  lift();
  assert.deepEqual(calls, ["start 500,350", "end"]);
});
