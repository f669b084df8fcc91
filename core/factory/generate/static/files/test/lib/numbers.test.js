import assert from "node:assert/strict";
import { test } from "node:test";
import { minorUnits, numberText, plainNumber, readNumber, shownNumber } from "../../public/lib/numbers.js";

test("numbers are read as the language writes them", () => {
  const cases = [
    ["1,234.5", "en", 1234.5],
    ["1.234,5", "de", 1234.5],
    ["1 234,5", "fr", 1234.5],
    ["1.234", "de", 1234],
    ["1,234", "en", 1234],
    ["-3", "en", -3],
    ["−3", "en", -3],
    [".5", "en", 0.5],
  ];
  for (const [text, locale, value] of cases) assert.equal(readNumber(text, locale), value, `${text} in ${locale}`);
});

test("a decimal point or comma of another language is understood where it cannot be a group", () => {
  assert.equal(readNumber("1.5", "de"), 1.5);
  assert.equal(readNumber("1,5", "en"), 1.5);
  assert.equal(readNumber("12,50", "en"), 12.5);
});

test("nothing is null, and what is no number is undefined", () => {
  assert.equal(readNumber("  ", "en"), null);
  for (const text of ["abc", "1.2.3", "1,2,3", "--1", "1e5", "Infinity", "0x10", "9".repeat(400), "1,,000"])
    assert.equal(readNumber(text, "en"), undefined, text);
});

test("the text of a number is read back in every language", () => {
  for (const locale of ["en", "de", "fr", "es"])
    for (const value of [0, 1, -1.25, 1234.5, 1e6, 1e-7, 123456789.123]) {
      assert.equal(readNumber(numberText(value, locale), locale), value);
      assert.equal(readNumber(shownNumber(value, locale), locale), value);
    }
});

test("digits are never written with an exponent", () => {
  assert.equal(plainNumber(1e21), "1000000000000000000000");
  assert.equal(plainNumber(1e-7), "0.0000001");
});

test("amounts are rounded to the minor unit of their currency", () => {
  assert.equal(minorUnits(1.005, "EUR"), 101);
  assert.equal(minorUnits(-1.005, "EUR"), -101);
  assert.equal(minorUnits(1.15, "EUR"), 115);
  assert.equal(minorUnits(12.6, "JPY"), 13);
});
