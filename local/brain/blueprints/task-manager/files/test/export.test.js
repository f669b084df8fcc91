import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv, toJson } from "../public/features/export.js";

test("CSV has title and state, then what else a task has", () => {
  const tasks = [
    { id: "1", title: "Tidy, then rest", done: true, labels: ["a", "b"] },
    { id: "2", title: "Read", done: false, labels: [] },
  ];
  assert.equal(toCsv(tasks), 'title,done,labels\r\n"Tidy, then rest",yes,a b\r\nRead,no,\r\n');
});

test("JSON reads back as the same tasks", () => {
  const tasks = [{ id: "1", title: "Ünïcode “quotes”", done: false }];
  assert.deepEqual(JSON.parse(toJson(tasks)), tasks);
});
