import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { readCsv } from "../../../public/lib/csv.js";
import { csvOf, exporting, jsonOf } from "../../../public/lib/behaviours/export.js";

test("a CSV has the names of the fields and a row for each record, safe for spreadsheets", async () => {
  const { app, task } = await recordsApp({ fields: [{ id: "amount", type: "integer" }], records: [{ id: "a", title: "=SUM(A1)", amount: -2 }] });
  const text = csvOf(task, app.records.all("task"), app);
  assert.equal(text, "title,amount\r\n'=SUM(A1),-2\r\n");
  assert.deepEqual(readCsv(text)[1], ["=SUM(A1)", "-2"]);
});

test("a JSON has everything that is stored, and the bytes of files", async () => {
  const data = new Blob(["hello"], { type: "text/plain" });
  const { app } = await recordsApp({ fields: [{ id: "file", type: "file" }], records: [{ id: "a", title: "One", favorite: true, file: { name: "x.txt", type: "text/plain", size: 5, data } }] });
  const { version, entities } = await jsonOf(app);
  assert.equal(version, 1);
  assert.deepEqual(entities.task, [
    { id: "a", title: "One", favorite: true, file: { name: "x.txt", type: "text/plain", size: 5, data: "data:text/plain;base64,aGVsbG8=" } },
  ]);
});

test("the menu has an entry for each format", async () => {
  const { app } = await recordsApp();
  assert.deepEqual(exporting({ formats: ["csv", "json"] }).menu(app).map(({ id }) => id), ["export-csv-task", "export-json"]);
  assert.deepEqual(exporting({ formats: ["json"] }).menu(app).map(({ id }) => id), ["export-json"]);
});
