import assert from "node:assert/strict";
import { test } from "node:test";
import * as calculate from "../../public/lib/calculate.js";

test("what lacks a value has no result", () => {
  for (const name of ["addNumbers", "subtractNumbers", "multiplyNumbers", "divideNumbers", "addDays", "daysBetween"]) {
    assert.equal(calculate[name](null, 1), null, name);
    assert.equal(calculate[name]("2026-01-01", undefined), null, name);
  }
});

test("numbers are added, subtracted, multiplied and divided, never by zero", () => {
  assert.equal(calculate.addNumbers(2, 3), 5);
  assert.equal(calculate.addNumbers(0.1, 0.2), 0.3);
  assert.equal(calculate.sumOf([{ cost: 0.1 }, { cost: 0.2 }], "cost"), 0.3);
  assert.equal(calculate.subtractNumbers(2, 3), -1);
  assert.equal(calculate.multiplyNumbers(2, 3), 6);
  assert.equal(calculate.divideNumbers(3, 2), 1.5);
  assert.equal(calculate.divideNumbers(3, 0), null);
  assert.equal(calculate.asFactor(20), 0.2);
  assert.equal(calculate.asHours(5400), 1.5);
});

test("days are counted by the calendar, also over a change of the clocks", () => {
  assert.equal(calculate.addDays("2026-03-28", 2), "2026-03-30");
  assert.equal(calculate.addDays("2026-01-01", -1), "2025-12-31");
  assert.equal(calculate.addDays("9999-12-31", 1), null);
  assert.equal(calculate.daysBetween("2026-03-28", "2026-03-30"), 2);
  assert.equal(calculate.daysBetween("2026-03-30", "2026-03-28"), -2);
  assert.equal(calculate.daysBetween(new Date(2026, 2, 28, 23, 59).toISOString(), "2026-03-29"), 1);
  assert.equal(calculate.daysBetween("2026-01-01T12:00:00.000Z", "2026-01-01T12:00:01.000Z"), 0);
});

test("the day of a moment is that of the device", () => {
  assert.equal(calculate.dayOf(new Date(2026, 4, 1, 0, 30).toISOString()), "2026-05-01");
  assert.equal(calculate.dayOf("2026-05-01"), "2026-05-01");
  assert.equal(calculate.dayOf(null), null);
  assert.equal(calculate.dayOf(""), null);
  assert.match(calculate.currentDay(), /^\d{4}-\d\d-\d\d$/);
});

test("aggregates leave out what is not there", () => {
  const records = [{ cost: 3 }, { cost: null }, { cost: 5 }];
  assert.equal(calculate.countOf(records), 3);
  assert.equal(calculate.sumOf(records, "cost"), 8);
  assert.equal(calculate.averageOf(records, "cost"), 4);
  assert.equal(calculate.minimumOf(records, "cost"), 3);
  assert.equal(calculate.maximumOf(records, "cost"), 5);
  assert.equal(calculate.sumOf([], "cost"), 0);
  assert.equal(calculate.averageOf([], "cost"), null);
  assert.equal(calculate.latestOf([{ day: "2026-01-02" }, { day: "2026-03-01" }], "day"), "2026-03-01");
});
