import assert from "node:assert/strict";
import { test } from "node:test";
import { addMonths, firstWeekday, monthGrid, sameDayIn } from "../../public/lib/month.js";

test("weeks start on Sunday in English and on Monday in German, French and Spanish", () => {
  assert.deepEqual(["en-US", "en-GB", "de", "fr", "es"].map(firstWeekday), [0, 1, 1, 1, 1]);
});

test("a month is whole weeks that begin with the first day of the week", () => {
  const weeks = monthGrid("2026-02", 1);
  assert.equal(weeks.length, 5);
  assert.equal(weeks[0][0], "2026-01-26");
  assert.equal(weeks[0][6], "2026-02-01");
  assert.equal(weeks[4][6], "2026-03-01");
  assert.equal(monthGrid("2026-02", 0).length, 4);
});

test("a leap day and both changes of the clock are days like any other", () => {
  assert.ok(monthGrid("2028-02", 1).flat().includes("2028-02-29"));
  for (const month of ["2026-03", "2026-10"]) assert.equal(new Set(monthGrid(month, 1).flat()).size, monthGrid(month, 1).length * 7);
});

test("months continue across years, and a day that a month has not is its last", () => {
  assert.equal(addMonths("2026-12", 1), "2027-01");
  assert.equal(addMonths("2026-01", -1), "2025-12");
  assert.equal(sameDayIn("2026-02", "2026-01-31"), "2026-02-28");
});
