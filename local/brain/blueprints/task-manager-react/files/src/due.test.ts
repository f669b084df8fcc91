import { expect, test } from "vitest";
import { daysLeft, dueBadges } from "./due";

const now = new Date(2026, 4, 10, 23, 30);

test("days are counted in the person's own calendar", () => {
  expect(daysLeft("2026-05-10", now)).toBe(0);
  expect(daysLeft("2026-05-09", now)).toBe(-1);
});

test("an open task past its day is overdue, a completed one is not", () => {
  expect(dueBadges("2026-05-09", false, now).map(({ text }) => text)).toEqual(["Overdue", "yesterday"]);
  expect(dueBadges("2026-05-09", true, now).map(({ text }) => text)).toEqual(["yesterday"]);
  expect(dueBadges(null, false, now)).toEqual([]);
  expect(dueBadges("2026-06-01", false, now).map(({ text }) => text)).toEqual(["Due Jun 1"]);
});
