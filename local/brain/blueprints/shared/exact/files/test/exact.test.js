import assert from "node:assert/strict";
import { test } from "node:test";
import { add, divide, fraction, fromNumber, multiply, readDecimal, subtract, toDecimal, toNumber } from "../public/lib/exact.js";

const show = (operation, a, b) => toDecimal(operation(readDecimal(a), readDecimal(b)));

test("decimals are added, subtracted and multiplied exactly", () => {
  assert.equal(show(add, "0.1", "0.2"), "0.3");
  assert.equal(show(subtract, "1", "0.9"), "0.1");
  assert.equal(show(multiply, "1.1", "1.1"), "1.21");
  assert.equal(show(multiply, "99999999999", "99999999999"), "9.9999999998E21");
});

test("a third times three is one", () => {
  const third = divide(fraction(1n), fraction(3n));
  assert.equal(toDecimal(third), "0.33333333333333");
  assert.equal(toDecimal(multiply(third, fraction(3n))), "1");
});

test("a number that does not end is rounded half up", () => {
  assert.equal(show(divide, "2", "3"), "0.66666666666667");
  assert.equal(show(divide, "-2", "3"), "−0.66666666666667");
  assert.equal(toDecimal(readDecimal("0.999999999999999999")), "1");
  assert.equal(toDecimal(readDecimal("1234.5"), 4), "1235");
});

test("very large and very small numbers have an exponent, and are read back", () => {
  assert.equal(toDecimal(readDecimal("1.5E25")), "1.5E25");
  assert.equal(toDecimal(readDecimal("0.000000000015")), "1.5E−11");
  assert.equal(toDecimal(readDecimal("1.5E−11")), "1.5E−11");
  assert.equal(toDecimal(readDecimal("123456789012345678901")), "123456789012345678901");
  assert.equal(toDecimal(readDecimal("0.00000012")), "0.00000012");
});

test("what is not a decimal is not read", () => {
  for (const wrong of ["", ".", "1.2.3", "1e", "five", "1 2", "1E9999"]) assert.equal(readDecimal(wrong), null, wrong);
  assert.equal(toDecimal(readDecimal(" 5. ")), "5");
  assert.equal(toDecimal(readDecimal(".5")), "0.5");
});

test("division by zero and endless growth say what is wrong", () => {
  assert.throws(() => divide(fraction(1n), fraction(0n)), /Cannot divide by zero/);
  assert.throws(() => multiply(readDecimal("1E300"), readDecimal("1E300")), /too large/);
  assert.throws(() => fromNumber(Infinity), /too large/);
});

test("floating-point numbers come in and go out", () => {
  assert.equal(toDecimal(fromNumber(0.1 + 0.2)), "0.3");
  assert.equal(toNumber(readDecimal("-2.5")), -2.5);
});
