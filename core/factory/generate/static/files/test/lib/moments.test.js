import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText, durationText, isDay, isMoment, localMoment, readDay, readDuration, readMoment, readTime } from "../../public/lib/moments.js";

test("only days that exist are days", () => {
  for (const day of ["2024-02-29", "2026-12-31", "0001-01-01"]) assert.equal(isDay(day), true, day);
  for (const day of ["2026-02-29", "2026-13-01", "2026-1-1", "0000-01-01", "", "2026-01-01T00:00"]) assert.equal(isDay(day), false, day);
});

test("days are read in the order of the language", () => {
  assert.equal(readDay("2026-03-04", "de"), "2026-03-04");
  assert.equal(readDay("4.3.2026", "de"), "2026-03-04");
  assert.equal(readDay("04/03/2026", "fr"), "2026-03-04");
  assert.equal(readDay("3/4/2026", "en"), "2026-03-04");
  assert.equal(readDay("31.2.2026", "de"), undefined);
  assert.equal(readDay("tomorrow", "en"), undefined);
});

test("a day is shown as it is stored, in any zone", () => {
  assert.equal(dayText("2026-03-04", "en"), "Mar 4, 2026");
});

test("times of day are read with and without halves", () => {
  assert.equal(readTime("9:05"), "09:05");
  assert.equal(readTime("9:05 pm"), "21:05");
  assert.equal(readTime("12:00 am"), "00:00");
  assert.equal(readTime("12:30 PM"), "12:30");
  assert.equal(readTime("24:00"), undefined);
  assert.equal(readTime("13:00 pm"), undefined);
});

test("moments are read in the zone of the device and stored in UTC", () => {
  const moment = readMoment("2026-06-01T17:30");
  assert.equal(moment, new Date(2026, 5, 1, 17, 30).toISOString());
  assert.equal(localMoment(moment), "2026-06-01T17:30");
  assert.equal(readMoment("2026-06-01T17:30:00.000Z"), "2026-06-01T17:30:00.000Z");
  assert.equal(readMoment("2026-06-01 17:30"), moment);
  assert.equal(readMoment("2026-06-31T17:30"), undefined);
  assert.equal(isMoment(moment), true);
  assert.equal(isMoment("2026-06-01"), false);
});

test("durations are hours and minutes", () => {
  const cases = [
    ["1:30", 5400],
    ["0:05", 300],
    ["1:30:15", 5415],
    ["90", 5400],
    ["1h 30m", 5400],
    ["1.5 h", 5400],
    ["1,5h", 5400],
    ["45 min", 2700],
    ["2 Stunden", 7200],
    ["", null],
    ["1:75", undefined],
    ["soon", undefined],
    ["-1:00", undefined],
  ];
  for (const [text, seconds] of cases) assert.equal(readDuration(text), seconds, text);
  assert.equal(durationText(5400), "1:30");
  assert.equal(durationText(5415), "1:30:15");
  assert.equal(durationText(300), "0:05");
});
