import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf } from "../../public/lib/chart-groups.js";

const app = { locale: "en", words: { chartNone: "None", chartNot: "Not: {field}" } };
const format = (value) => String(value);

test("options keep their order and have a group also without records", () => {
  const by = { id: "kind", type: "choice", options: [{ id: "x" }, { id: "y" }], format };
  assert.deepEqual(groupsOf(app, by, undefined, [{ kind: "y" }, { kind: null }]), [
    { label: "x", value: 0 },
    { label: "y", value: 1 },
    { label: "None", value: 1 },
  ]);
});

test("a measure is added up", () => {
  const by = { id: "kind", type: "text", format };
  assert.deepEqual(groupsOf(app, by, { id: "price" }, [{ kind: "a", price: 0.1 }, { kind: "a", price: 0.2 }, { kind: "a", price: null }]), [{ label: "a", value: 0.3 }]);
});

test("a measure of which the average tells more than the sum is averaged, and unknown without a number", () => {
  const by = { id: "day", type: "date", format };
  const weighed = [{ day: "2026-03-02", weight: 70 }, { day: "2026-03-02", weight: 71 }, { day: "2026-03-03", weight: null }];
  const groups = groupsOf(app, by, { id: "weight" }, weighed, { op: "average" });
  assert.deepEqual(groups.map(({ value }) => value), [70.5, null]);
});

test("days are in order without gaps", () => {
  const by = { id: "day", type: "date", format };
  const groups = groupsOf(app, by, undefined, [{ day: "2026-03-04" }, { day: "2026-03-02" }, { day: null }]);
  assert.deepEqual(groups, [
    { label: "Mar 2", value: 1 },
    { label: "Mar 3", value: 0 },
    { label: "Mar 4", value: 1 },
  ]);
});

test("what was measured over time has no value on days without one, and is shown by days", () => {
  const by = { id: "day", type: "date", format };
  const weighed = [{ day: "2026-01-01", weight: 70 }, { day: "2026-01-03", weight: 71 }, { day: "2026-03-01", weight: 69 }];
  const groups = groupsOf(app, by, { id: "weight" }, weighed, { course: true });
  assert.deepEqual(groups.slice(0, 3), [
    { label: "Jan 1", value: 70 },
    { label: "Jan 2", value: null },
    { label: "Jan 3", value: 71 },
  ]);
  assert.equal(groups.length, 60);
  assert.deepEqual(groupsOf(app, by, undefined, weighed.slice(0, 2), { course: true }).map(({ value }) => value), [1, 0, 1]);
});

test("a month in which nothing was spent has 0, one without a weighing no value", () => {
  const by = { id: "day", type: "date", format };
  const entries = [{ day: "2026-01-05", amount: 70 }, { day: "2026-01-08", amount: 72 }, { day: "2026-03-01", amount: 68 }];
  const values = (op) => groupsOf(app, by, { id: "amount" }, entries, { op, period: "month", course: true }).map(({ value }) => value);
  assert.deepEqual([values("sum"), values("average")], [[142, 0, 68], [71, null, 68]]);
});

test("more than a month is shown by months, without gaps", () => {
  const by = { id: "day", type: "date", format };
  const groups = groupsOf(app, by, undefined, [{ day: "2025-12-31" }, { day: "2026-02-01" }]);
  assert.deepEqual(groups.map(({ label }) => label), ["Dec 2025", "Jan 2026", "Feb 2026"]);
});

test("a period that is given is kept to, however few or many days there are", () => {
  const by = { id: "day", type: "date", format };
  const near = [{ day: "2026-03-04" }, { day: "2026-03-02" }];
  assert.deepEqual(groupsOf(app, by, undefined, near, { period: "month" }), [{ label: "Mar 2026", value: 2 }]);
  const apart = groupsOf(app, by, undefined, [{ day: "2026-01-01" }, { day: "2026-03-01" }], { period: "day" });
  assert.deepEqual([apart.length, apart[0].label, apart.at(-1).label], [60, "Jan 1", "Mar 1"]);
});

test("dates far apart are limited to the last ten years", () => {
  const by = { id: "day", type: "date", format };
  assert.equal(groupsOf(app, by, undefined, [{ day: "0001-01-01" }, { day: "2026-02-01" }]).length, 120);
  const days = groupsOf(app, by, undefined, [{ day: "0001-01-01" }, { day: "2026-02-01" }], { period: "day" });
  assert.deepEqual([days.length, days.at(-1).label], [3660, "Feb 1"]);
});

test("yes and no are two groups", () => {
  const by = { id: "paid", type: "boolean", name: "Paid", format };
  assert.deepEqual(groupsOf(app, by, undefined, [{ paid: true }, { paid: false }]).map(({ label }) => label), ["Paid", "Not: Paid"]);
});
