import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { totals } from "../../../public/lib/behaviours/totals.js";

test("the numbers of the shown records are added up; unset ones are left out", async () => {
  const { app } = await recordsApp({ fields: [{ id: "price", type: "decimal" }] });
  const node = totals({ entity: "task", fields: ["price"] }).summary([{ price: 0.1 }, { price: 0.2 }, { price: null }], app);
  assert.equal(node.querySelector("dd").textContent, "0.3");
});
