import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { page } from "../../support/app.js";
import { budget, totalOf } from "../../../public/lib/behaviours/budget.js";
import { currentDay } from "../../../public/lib/calculate.js";
import { money } from "../../../public/lib/fields/money.js";

const price = money({ id: "price", name: "Price" });
const spent = { entity: "task", field: "price", date: "day" };

async function summary(records) {
  const { app } = await recordsApp({ fields: [price, { id: "day", type: "date" }], records });
  app.database = "test";
  app.words = { budgetMonth: "Total for {month}", budgetLabel: "Budget", budgetHint: "Set one.", budgetLeft: "{amount} left", budgetOver: "{amount} over" };
  document.body.replaceChildren(budget(spent).summary(records, app));
}

test("only the records of the month are added up, without archived and unset ones", () => {
  const records = [
    { price: 100, day: "2026-05-01" },
    { price: 20, day: "2026-05-31" },
    { price: 3, day: "2026-06-01" },
    { price: 4, day: "2026-05-02", archived: true },
    { price: null, day: "2026-05-02" },
    { price: 5, day: null },
  ];
  assert.equal(totalOf(records, { field: "price", date: "day", month: "2026-05" }), 120);
});

test("a budget tells what is left or over, and is kept", async () => {
  const records = [{ id: "a", title: "Shoes", price: 9000, day: currentDay() }, { id: "b", title: "Old", price: 100, day: "2001-01-01" }];
  await summary(records);
  assert.ok(page.shows("€90.00"));
  assert.ok(page.shows("Set one."));
  page.fill("#budget-task", "100");
  assert.ok(page.shows("€10.00 left"));
  page.fill("#budget-task", "10,5");
  await summary(records);
  page.fill("#budget-task", "80.50");
  assert.ok(page.shows("€9.50 over"));
  await summary(records);
  assert.ok(page.shows("€9.50 over"));
  assert.equal(document.getElementById("budget-task").value, "80.50");
});

test("what is no amount above zero is no budget", async () => {
  await summary([]);
  for (const text of ["", "0", "-5", "much"]) {
    page.fill("#budget-task", text);
    assert.ok(page.shows("Set one."));
  }
});
