import assert from "node:assert/strict";
import { test } from "node:test";
import { readDecimal, toDecimal } from "../public/lib/exact.js";
import { inAllUnits } from "../public/features/all-units.js";
import { startOf } from "../public/model/convert.js";

test("a value is given in every other unit of its category", () => {
  const results = inAllUnits(startOf("temperature"), readDecimal("0"));
  assert.deepEqual(
    results.map(({ unit, result }) => `${toDecimal(result)} ${unit.symbol}`),
    ["32 °F", "273.15 K"],
  );
});

test("the unit of the value itself is left out", () => {
  const state = startOf("length");
  assert.ok(inAllUnits(state, readDecimal("1")).every(({ unit }) => unit.id !== state.from));
});
