import assert from "node:assert/strict";
import { test } from "node:test";
import { toDecimal } from "../public/lib/exact.js";
import { press, START } from "../public/model/calculator.js";
import { evaluate } from "../public/model/expression.js";

const result = (text) => toDecimal(evaluate(text));

test("roots and powers are exact where they can be", () => {
  assert.equal(result("√(2.25)"), "1.5");
  assert.equal(result("√(2)"), "1.4142135623731");
  assert.equal(result("2^10"), "1024");
  assert.equal(result("2^−1"), "0.5");
  assert.equal(result("−3²"), "−9");
  assert.equal(result("2^3^2"), "512");
  assert.equal(result("4^0.5"), "2");
});

test("angles are in degrees", () => {
  assert.equal(result("sin(30)"), "0.5");
  assert.equal(result("cos(90)"), "0");
  assert.equal(result("tan(45)"), "1");
});

test("logarithms, factorials and pi", () => {
  assert.equal(result("log(1000)"), "3");
  assert.equal(result("ln(1)"), "0");
  assert.equal(result("5!"), "120");
  assert.equal(result("2π"), "6.2831853071796");
});

test("what has no real result says why", () => {
  assert.throws(() => result("√(−4)"), /no real root/);
  assert.throws(() => result("tan(90)"), /no tangent/);
  assert.throws(() => result("log(0)"), /above 0/);
  assert.throws(() => result("1.5!"), /whole numbers/);
  assert.throws(() => result("(−8)^0.5"), /no real result/);
});

test("a function is erased as a whole", () => {
  assert.equal(["sin(", "⌫"].reduce(press, START).text, "");
});
