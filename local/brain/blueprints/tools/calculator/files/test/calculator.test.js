import assert from "node:assert/strict";
import { test } from "node:test";
import { insert, keyFor, press, preview, spaced, START } from "../public/model/calculator.js";

const type = (keys, state = START) => [...keys].reduce(press, state);

test("a calculation is typed, shown and solved", () => {
  const typed = type("0.1+0.2");
  assert.equal(preview(typed), "0.3");
  const solved = type("=", typed);
  assert.deepEqual([solved.text, solved.last, solved.done], ["0.3", "0.1+0.2", true]);
});

test("a digit after a result starts anew, a sign goes on from it", () => {
  assert.equal(type("1+1=5").text, "5");
  assert.equal(type("1+1=+5=").text, "7");
  assert.equal(type("1÷3=×3=").text, "1");
});

test("the last sign counts, and a minus may follow a product", () => {
  assert.equal(type("2+×3=").text, "6");
  assert.equal(type("2×−3=").text, "−6");
  assert.equal(type("5+−3=").text, "2");
});

test("keys that make no sense change nothing", () => {
  assert.equal(type("+").text, "");
  assert.equal(type("1.2.").text, "1.2");
  assert.equal(type("=").text, "");
});

test("an error is told and can be corrected", () => {
  const wrong = type("1÷0=");
  assert.equal(wrong.error, "Cannot divide by zero");
  assert.equal(wrong.text, "1÷0");
  assert.equal(type("⌫4=", wrong).text, "0.25");
  assert.deepEqual(type("C", wrong), START);
});

test("a very long calculation is refused", () => {
  assert.match(type("1".repeat(121)).error, /too long/);
});

test("a result is put into a calculation that waits for a number", () => {
  assert.equal(insert(type("2×"), "−3").text, "2×(−3)");
  assert.equal(insert(type("2"), "7").text, "7");
});

test("the keyboard types the same keys", () => {
  assert.deepEqual(["*", "/", "-", "Enter", "Escape", "Backspace", "7", ","].map(keyFor), ["×", "÷", "−", "=", "C", "⌫", "7", "."]);
  assert.equal(keyFor("q"), null);
});

test("signs between operands get space, signs of numbers none", () => {
  assert.equal(spaced("2×−3+(−1)"), "2 × −3 + (−1)");
  assert.equal(spaced("1.5E−11+1"), "1.5E−11 + 1");
});
