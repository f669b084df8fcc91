import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { lowStock } from "../../../public/lib/behaviours/low-stock.js";

const low = lowStock({ entity: "task", field: "amount", at: ({ limit }) => limit });

test("a number at or below its limit is marked; without either it is not", async () => {
  const { app } = await recordsApp();
  const marked = (amount, limit) => low.badges({ amount, limit }, app).length === 1;
  assert.deepEqual([marked(3, 3), marked(0, 3), marked(4, 3), marked(null, 3), marked(3, null)], [true, true, false, false, false]);
});

test("what is low is listed in a notice, and without anything low there is none", async () => {
  const fields = [{ id: "amount", type: "integer" }, { id: "limit", type: "integer" }];
  const { app } = await recordsApp({ fields, records: [{ id: "a", title: "Flour", amount: 1, limit: 2 }, { id: "b", title: "Salt", amount: 9, limit: 2 }] });
  const [notice] = low.notices(app);
  assert.deepEqual(notice.querySelectorAll("a").map((each) => each.textContent), ["Flour"]);
  assert.deepEqual(low.notices((await recordsApp()).app), []);
});
