import assert from "node:assert/strict";
import { test } from "node:test";
import { toDecimal } from "../public/lib/exact.js";
import { evaluate, tokensOf } from "../public/model/expression.js";

const result = (text) => toDecimal(evaluate(text));

test("decimals are exact", () => {
  assert.equal(result("0.1+0.2"), "0.3");
  assert.equal(result("1.005×100"), "100.5");
  assert.equal(result("1÷3×3"), "1");
});

test("multiplication goes before addition, brackets before both", () => {
  assert.equal(result("2+3×4"), "14");
  assert.equal(result("(2+3)×4"), "20");
  assert.equal(result("10−4−3"), "3");
  assert.equal(result("100÷10÷5"), "2");
  assert.equal(result("2(3+4)(2)"), "28");
});

test("a sign belongs to what follows it", () => {
  assert.equal(result("−3+5"), "2");
  assert.equal(result("4×−2"), "−8");
  assert.equal(result("−(2+3)"), "−5");
});

test("percent of a sum is percent of what stands before it", () => {
  assert.equal(result("200+10%"), "220");
  assert.equal(result("80−25%"), "60");
  assert.equal(result("50%"), "0.5");
  assert.equal(result("200×10%"), "20");
});

test("signs of the keyboard mean the same", () => {
  assert.deepEqual(tokensOf("2 * 3 / 4 - 1,5"), ["2", "×", "3", "÷", "4", "−", "1.5"]);
  assert.equal(result("6/3*2-1"), "3");
});

test("brackets that are still open are closed", () => {
  assert.equal(result("2×(3+4"), "14");
});

test("a calculation goes on from the exact answer", () => {
  const value = evaluate("1÷3");
  const text = toDecimal(value);
  assert.equal(toDecimal(evaluate(`${text}×3`, { text, value })), "1");
  assert.equal(toDecimal(evaluate(`${text}×3`)), "0.99999999999999");
  const negative = evaluate("−1÷3");
  const shown = toDecimal(negative);
  assert.equal(toDecimal(evaluate(`${shown}×3`, { text: shown, value: negative })), "−1");
});

test("what cannot be calculated says why", () => {
  assert.throws(() => evaluate("1÷0"), /Cannot divide by zero/);
  for (const text of ["", "2+", "(", "×3"]) assert.throws(() => evaluate(text), /not finished/, text);
  assert.throws(() => evaluate("1.2.3.4)"), /Unexpected/);
  assert.throws(() => evaluate("alert(1)"), /Unexpected “alert”/);
  assert.throws(() => evaluate("2)"), /Unexpected “\)”/);
});
