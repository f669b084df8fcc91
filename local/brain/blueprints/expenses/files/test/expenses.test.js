import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createExpenseModel,
  dayOf,
  formatAmount,
  inMonth,
  monthName,
  monthOf,
  parseAmount,
  sum,
} from "../public/model/expenses.js";

const model = createExpenseModel([]);
const spend = (id, amount, date, title = "Thing") => ({ id, amount, date, title });
const list = [spend("a", "10", "2026-05-01"), spend("b", "2.50", "2026-05-20"), spend("c", "7,25", "2026-04-30")].reduce(
  (expenses, fields) => model.add(expenses, fields),
  [],
);

test("amounts are read as people write them", () => {
  assert.equal(parseAmount("12"), 1200);
  assert.equal(parseAmount("12.5"), 1250);
  assert.equal(parseAmount(" 12,50 € "), 1250);
  assert.equal(parseAmount("1,234.50"), 123450);
  assert.equal(parseAmount("1,234"), 123400);
});

test("what is no amount is refused", () => {
  for (const wrong of ["", "abc", "-3", "1.234.5", "1e9", "12.345", null]) assert.equal(parseAmount(wrong), null);
});

test("sums are exact", () => {
  const dimes = Array.from({ length: 3 }, (_, i) => spend(String(i), "0.10", "2026-05-01"));
  assert.equal(sum(dimes.reduce((all, fields) => model.add(all, fields), [])), 30);
  assert.equal(formatAmount(123450), "1,234.50");
});

test("a faulty form says what is missing", () => {
  assert.match(model.fault(spend("a", "0", "2026-05-01")), /amount/);
  assert.match(model.fault(spend("a", "5", "2026-05-01", " ")), /spent on/);
  assert.match(model.fault(spend("a", "5", "2026-02-30")), /day/);
  assert.equal(model.fault(spend("a", "5", "2026-05-01")), "");
});

test("the newest day comes first", () => {
  assert.deepEqual(model.visible(list, {}).map(({ id }) => id), ["b", "a", "c"]);
});

test("a month holds its own days only", () => {
  assert.equal(sum(inMonth(list, "2026-05")), 1250);
  assert.equal(sum(inMonth(list, "2026-04")), 725);
});

test("days and months follow the person's calendar", () => {
  const late = new Date(2026, 4, 31, 23, 59);
  assert.equal(dayOf(late), "2026-05-31");
  assert.equal(monthOf(late), "2026-05");
  assert.equal(monthName("2026-05"), "May 2026");
});

test("removing leaves the others", () => {
  assert.deepEqual(model.remove(list, "b").map(({ id }) => id), ["a", "c"]);
});

test("stored expenses are cleaned, and what is no expense is left out", () => {
  const good = { id: "a", title: "Tea", cents: 300, date: "2026-05-01" };
  const bad = [{ ...good, cents: 1.5 }, { ...good, cents: -1 }, { ...good, date: "today" }, { ...good, title: "" }, null];
  assert.deepEqual(model.parse([good, ...bad]), [good]);
  assert.throws(() => model.parse({}), TypeError);
});
