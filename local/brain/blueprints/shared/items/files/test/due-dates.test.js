import assert from "node:assert/strict";
import { test } from "node:test";
import { daysLeft, dueDates, isDay } from "../public/features/due-dates.js";

const now = new Date(2026, 4, 10, 23, 30);
const badges = (due, done = false) => dueDates.badges({ due, done }, now).map(({ text }) => text);

test("only real days are taken", () => {
  assert.equal(isDay("2026-02-28"), true);
  for (const wrong of ["2026-02-30", "2026-2-3", "soon", "", null, 20260101])
    assert.equal(isDay(wrong), false);
  assert.deepEqual(dueDates.read({ due: "soon" }), { due: "" });
});

test("days are counted in the person's own calendar", () => {
  assert.equal(daysLeft("2026-05-10", now), 0);
  assert.equal(daysLeft("2026-05-12", now), 2);
  assert.equal(daysLeft("2026-05-09", now), -1);
});

test("an open item past its day is overdue, a completed one is not", () => {
  assert.deepEqual(badges("2026-05-09"), ["Overdue", "yesterday"]);
  assert.deepEqual(badges("2026-05-09", true), ["yesterday"]);
});

test("near days have names, far ones a date, other years a year", () => {
  assert.deepEqual(badges("2026-05-10"), ["Due today"]);
  assert.deepEqual(badges("2026-05-11"), ["Due tomorrow"]);
  assert.deepEqual(badges("2026-06-01"), ["Due Jun 1"]);
  assert.deepEqual(badges("2027-01-02"), ["Due Jan 2, 2027"]);
  assert.deepEqual(badges(""), []);
});

test("the nearest day comes first and items without a day last", () => {
  const sorted = [{ due: "" }, { due: "2026-07-01" }, { due: "2026-06-01" }].sort(dueDates.compare);
  assert.deepEqual(
    sorted.map(({ due }) => due),
    ["2026-06-01", "2026-07-01", ""],
  );
});
