import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv } from "../public/features/export.js";

test("CSV is sorted by day and has decimal amounts", () => {
  const expenses = [
    { id: "2", title: "Bus, return", cents: 450, date: "2026-05-02" },
    { id: "1", title: "Tea", cents: 300, date: "2026-05-01" },
  ];
  assert.equal(
    toCsv(expenses),
    'date,description,amount\r\n2026-05-01,Tea,3.00\r\n2026-05-02,"Bus, return",4.50\r\n',
  );
});

test("further parts of an expense become columns", () => {
  const expenses = [{ id: "1", title: "Tea", cents: 300, date: "2026-05-01", shop: "Corner" }];
  assert.match(toCsv(expenses), /^date,description,amount,shop\r\n.*,Corner\r\n$/);
});
