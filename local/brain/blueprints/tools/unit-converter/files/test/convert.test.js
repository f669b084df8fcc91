import assert from "node:assert/strict";
import { test } from "node:test";
import { readDecimal, toDecimal } from "../public/lib/exact.js";
import { convert, parseState, startOf, swap, unitOf } from "../public/model/convert.js";
import { CATEGORIES } from "../public/model/units.js";

const result = (text, category, from, to) =>
  toDecimal(convert(readDecimal(text), unitOf({ category }, from), unitOf({ category }, to)));

test("known conversions are exact", () => {
  assert.equal(result("1", "length", "in", "cm"), "2.54");
  assert.equal(result("26.2", "length", "mi", "km"), "42.1648128");
  assert.equal(result("100", "weight", "kg", "lb"), "220.46226218488");
  assert.equal(result("36", "speed", "km/h", "m/s"), "10");
  assert.equal(result("1", "data", "GiB", "MiB"), "1024");
  assert.equal(result("1", "pressure", "atm", "psi"), "14.695948775513");
});

test("temperatures have different zeros", () => {
  assert.equal(result("100", "temperature", "°C", "°F"), "212");
  assert.equal(result("-40", "temperature", "°F", "°C"), "−40");
  assert.equal(result("0", "temperature", "K", "°C"), "−273.15");
  assert.equal(result("98.6", "temperature", "°F", "°C"), "37");
});

test("every unit comes back to where it started", () => {
  for (const { units } of CATEGORIES)
    for (const unit of units)
      for (const other of units) assert.equal(toDecimal(convert(convert(readDecimal("7.3"), unit, other), other, unit)), "7.3");
});

test("every category has two different units to start with, and no unit twice", () => {
  for (const { id, units } of CATEGORIES) {
    const { from, to } = startOf(id);
    assert.notEqual(from, to);
    const ids = units.map((unit) => unit.id);
    assert.ok(ids.includes(from) && ids.includes(to), id);
    for (const values of [ids, units.map(({ name }) => name), units.map(({ symbol }) => symbol)])
      assert.equal(new Set(values).size, values.length, id);
  }
});

test("two units of a category can be the start", () => {
  assert.deepEqual(startOf("length", "lb|oz"), { category: "weight", from: "lb", to: "oz", text: "1" });
  for (const none of ["", "lb", "lb|cm", "lb|parsec"]) assert.deepEqual(startOf("length", none), startOf("length"));
});

test("units can be swapped", () => {
  assert.deepEqual(swap(startOf("length")), { category: "length", from: "in", to: "cm", text: "1" });
});

test("a stored conversion must have a category and its units", () => {
  const stored = { ...startOf("weight"), text: "5" };
  assert.deepEqual(parseState(stored), stored);
  for (const wrong of [null, {}, { ...stored, from: "cm" }, { ...stored, text: 5 }]) assert.throws(() => parseState(wrong), TypeError);
});
