import assert from "node:assert/strict";
import { test } from "node:test";
import { toDecimal } from "../public/lib/exact.js";
import { numerals } from "../public/lib/numerals.js";

const read = (text, locale) => {
  const value = numerals(locale).read(text);
  return value && toDecimal(value);
};

test("numbers are written as the language writes them", () => {
  const written = (text, locale) => numerals(locale).write(text).replace(/\s/g, " ");
  assert.equal(written("1234567.1234", "en"), "1,234,567.1234");
  assert.equal(written("−1234567.1234", "de"), "−1.234.567,1234");
  assert.equal(written("1234567.1234", "fr"), "1 234 567,1234");
  assert.equal(written("1.5E−12 × 12345", "es"), "1,5E−12 × 12.345");
});

test("other programs get numbers without groups", () => {
  assert.equal(numerals("en").ungrouped("−1234.5"), "-1234.5");
  assert.equal(numerals("de").ungrouped("−1234.5"), "-1234,5");
});

test("a decimal point and a decimal comma are read in every language", () => {
  for (const locale of ["en", "de", "fr", "es"])
    for (const text of ["1.5", "1,5", " 1,50 "]) assert.equal(read(text, locale), "1.5", `${text} in ${locale}`);
});

test("groups of thousands are read in every language", () => {
  for (const locale of ["en", "de", "fr", "es"])
    for (const text of ["1234567.5", "1,234,567.5", "1.234.567,5", "1 234 567,5"])
      assert.equal(read(text, locale), "1234567.5", `${text} in ${locale}`);
  assert.equal(read("-12.000.000", "en"), "−12000000");
});

test("the language decides what could be either", () => {
  assert.deepEqual([read("1,500", "en"), read("1.500", "en")], ["1500", "1.5"]);
  assert.deepEqual([read("1,500", "de"), read("1.500", "de")], ["1.5", "1500"]);
  assert.deepEqual([read("0,500", "en"), read("0.500", "de")], ["0.5", "0.5"]);
  assert.deepEqual([read("1,500", "fr"), read("1.500", "fr")], ["1.5", "1.5"]);
});

test("what is written is read as the same number", () => {
  for (const locale of ["en", "de", "fr", "es"])
    for (const text of ["0.5", "1500", "1.5", "1234.567", "−12345", "0.001", "1E−12", "1.234E22"])
      assert.equal(read(numerals(locale).write(text), locale), text, `${text} in ${locale}`);
});

test("anything else is no number", () => {
  for (const text of ["", ".", ",", "five", "1,2,3", "1.2,3.4", "1,2.3,4", "1.234,567.890", "12,34.5", "1.5 km"])
    assert.equal(read(text, "en"), null, text);
});
