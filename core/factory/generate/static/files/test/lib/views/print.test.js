import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { printView } from "../../../public/lib/views/print.js";

test("the sheet has the fields of each record, and the button prints it", async (context) => {
  globalThis.print ??= () => {};
  const printed = context.mock.method(globalThis, "print", () => {});
  const { app, task } = await recordsApp({ fields: [{ id: "price", type: "integer" }], records: [{ id: "a", title: "One", price: 5 }] });
  const page = printView(app, { id: "sheet", name: "Sheet", entity: task, fields: ["title", "price"] }).render();
  assert.deepEqual(page.querySelectorAll(".sheet tbody td").map((cell) => cell.textContent), ["One", "5"]);
  page.querySelector("#print").click();
  assert.equal(printed.mock.callCount(), 1);
});
