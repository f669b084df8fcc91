import { expect, test } from "@jest/globals";
import { fc } from "#test/support/property.ts";
import { library } from "./fields/runtime.ts";

const DAY = 86_400_000;
const dayText = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);

/** The functions of a file of the library, as this test calls them. */
const load = async <T>(path: string) => (await library(path)) as unknown as T;

const csv = await load<{
  readCsv(text: string): string[][];
  writeCsv(header: string[], rows: (string | number)[][]): string;
}>("csv.js");
const month = await load<{ monthGrid(month: string, firstDay: number): string[][] }>("month.js");
const streaks = await load<{
  streak(dates: string[], today: string): number;
  longestStreak(dates: string[]): number;
}>("streak.js");
const statistics = await load<{ ticks(min: number, max: number): number[] }>("statistics.js");
const order = await load<{
  moved(records: { id: number }[], id: number, by: number): { record: { id: number }; position: number }[];
}>("behaviours/manual-order.js");
const recurrence = await load<{ nextDate(date: string, step: number, now: string): string }>(
  "behaviours/recurrence.js",
);

/** Texts that a spreadsheet would run, that have quotes, separators and line breaks, and any other. */
const cell = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\t", "\r", "\n", " ", "a"))
    .map((parts) => parts.join("")),
);

test("a CSV document is read as it was written", () => {
  const rows = fc.integer({ min: 1, max: 4 }).chain((columns) => {
    const row = fc.array(cell, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: 1, maxLength: 6 });
  });
  fc.assert(
    fc.property(rows, (content) => {
      const header = content[0]?.map((_, index) => `column ${index}`) ?? [];
      // A line without any text is no row.
      const kept = content.filter((row) => row.some((text) => text !== ""));
      expect(csv.readCsv(csv.writeCsv(header, content))).toEqual([header, ...kept]);
    }),
  );
});

test("no cell of a CSV document begins like a formula", () => {
  fc.assert(
    fc.property(cell, (text) => {
      const [, line = ""] = csv.writeCsv(["name"], [[text]]).split("name\r\n");
      expect(/^"?[=+\-@\t\r]/.test(line.replace(/\r\n$/, ""))).toBe(false);
    }),
  );
});

test("a month has each of its days once, in whole weeks without gaps", () => {
  const months = fc.tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(months, fc.integer({ min: 0, max: 6 }), ([year, number], firstDay) => {
      const name = `${year}-${String(number).padStart(2, "0")}`;
      const days = month.monthGrid(name, firstDay).flat();
      const numbers = days.map((day) => Date.parse(day) / DAY);
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
      expect(days.length % 7).toBe(0);
      expect(new Date(days[0] ?? "").getUTCDay()).toBe(firstDay);
      expect(days.filter((day) => day.startsWith(name)).length).toBe(
        new Date(Date.UTC(year, number, 0)).getUTCDate(),
      );
    }),
  );
});

test("days in a row are counted as one by one", () => {
  const numbers = fc.array(fc.integer({ min: 20_000, max: 20_020 }), { maxLength: 30 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 20_000, max: 20_021 }), (days, today) => {
      const has = (day: number) => days.includes(day);
      let length = 0;
      for (let day = has(today) ? today : today - 1; has(day); day -= 1) length += 1;
      expect(streaks.streak(days.map(dayText), dayText(today))).toBe(length);
      expect(streaks.longestStreak(days.map(dayText))).toBeGreaterThanOrEqual(length);
    }),
  );
});

test("the numbers beside a chart enclose 0 and all values in equal steps", () => {
  const value = fc.integer({ min: -1e9, max: 1e9 }).map((number) => number / 1000);
  fc.assert(
    fc.property(value, value, (one, other) => {
      const marks = statistics.ticks(Math.min(one, other), Math.max(one, other));
      const [first = 0, second = 0] = marks;
      const last = marks.at(-1) ?? 0;
      const slack = (second - first) * 1e-6;
      expect(first).toBeLessThanOrEqual(Math.min(one, other, 0) + slack);
      expect(last).toBeGreaterThanOrEqual(Math.max(one, other, 0) - slack);
      expect(marks).toContain(0);
      expect(marks.length).toBeLessThanOrEqual(8);
    }),
  );
});

test("moving a record keeps all others in their order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), fc.integer({ min: -9, max: 9 }), (size, at, by) => {
      const records = Array.from({ length: size }, (_, id) => ({ id }));
      const id = at % size;
      const result = order.moved(records, id, by);
      expect(result.map(({ position }) => position)).toEqual(records.map((_, index) => index + 1));
      const rest = result.map(({ record }) => record.id).filter((each) => each !== id);
      expect(rest).toEqual(records.map((record) => record.id).filter((each) => each !== id));
    }),
  );
});

test("the next date is the first of its rhythm after today, and at least one step on", () => {
  const day = fc.integer({ min: 18_000, max: 22_000 });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 366 }), day, (date, step, now) => {
      const next = Date.parse(recurrence.nextDate(dayText(date), step, dayText(now))) / DAY;
      expect((next - date) % step).toBe(0);
      expect(next).toBeGreaterThan(now);
      expect(next - step <= now || next === date + step).toBe(true);
    }),
  );
});
