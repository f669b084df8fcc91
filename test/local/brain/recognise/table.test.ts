import { expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

it.each([
  "inventory with low-stock warning and totals",
  "a table of my expenses",
  "an expense tracker with a table and a chart",
])("the table of %j adds up only what it shows", (request) => {
  const tables = readRequest([request]).specification?.views.filter((view) => view.kind === "table") ?? [];
  expect(tables).not.toEqual([]);
  for (const { fields, sums } of tables)
    expect([fields, sums.filter((id) => !fields.includes(id))]).toEqual([fields, []]);
});
