import { describe, expect, it } from "@jest/globals";
import { resultOf } from "#core/factory/generate/fields/formula-result.ts";
import { formulaSource } from "#core/factory/generate/fields/formula-source.ts";
import type { Field, FieldType } from "#core/factory/specification/field.ts";
import type { Formula } from "#core/factory/specification/formula.ts";
import type { Entity } from "#core/factory/specification/specification.ts";
import { library } from "./runtime.ts";

const field = (id: string, type: FieldType): Field => ({ id, name: id, type });
const ENTITY: Entity = {
  id: "work_order",
  name: "Order",
  plural: "Orders",
  display: "name",
  fields: [
    field("name", "text"),
    field("price", "money"),
    field("other_price", "money"),
    field("count", "integer"),
    field("rate", "percent"),
    field("time", "duration"),
    field("start", "date"),
    field("end", "date_time"),
  ],
};
const PART: Entity = {
  id: "part",
  name: "Part",
  plural: "Parts",
  display: "name",
  fields: [field("name", "text"), field("cost", "money"), field("day", "date"), field("order", "reference")],
};
const ENTITIES = [ENTITY, PART];
const of = (id: string) => ({ field: id });

const ORDER = {
  id: "1",
  price: 1000,
  other_price: 250,
  count: 3,
  rate: 20,
  time: 5400,
  start: "2026-03-28",
  end: new Date(2026, 2, 30, 12).toISOString(),
};
const PARTS = [
  { cost: 300, day: "2026-01-05" },
  { cost: 500, day: null },
];
const records = { naming: () => PARTS };

/** What a formula's generated function returns for the order. */
async function evaluate(formula: Formula, currency: string) {
  const { source, uses } = formulaSource(formula, ENTITY, { entities: ENTITIES, currency });
  const calculate = await library("calculate.js");
  const run = new Function(...uses, `return ${source};`)(...uses.map((name) => calculate[name]));
  return run(ORDER, records);
}

const CASES: readonly (readonly [string, Formula, unknown, string])[] = [
  ["a product of amounts", { op: "multiply", left: of("price"), right: of("count") }, 3000, "money"],
  ["a share of an amount", { op: "multiply", left: of("price"), right: of("rate") }, 200, "money"],
  ["a share first", { op: "multiply", left: of("rate"), right: of("price") }, 200, "money"],
  ["paid time", { op: "multiply", left: of("time"), right: of("price") }, 1500, "money"],
  ["pay by the hour", { op: "divide", left: of("price"), right: of("time") }, 1000 / 1.5, "money"],
  ["a count by the hour", { op: "divide", left: of("count"), right: of("time") }, 2, "number"],
  ["amounts in relation", { op: "divide", left: of("price"), right: of("other_price") }, 4, "number"],
  ["an amount and a number", { op: "add", left: of("price"), right: { number: 250 } }, 1250, "money"],
  ["an amount less a count", { op: "subtract", left: of("price"), right: of("count") }, 700, "money"],
  ["time twice", { op: "multiply", left: { number: 2 }, right: of("time") }, 10_800, "duration"],
  ["a percentage twice", { op: "multiply", left: of("rate"), right: { number: 2 } }, 40, "percent"],
  ["a later day", { op: "add_days", left: of("start"), right: of("count") }, "2026-03-31", "date"],
  ["days between", { op: "days_between", left: of("start"), right: of("end") }, 2, "number"],
  ["a count of records", { op: "count", entity: "part", through: "order" }, 2, "number"],
  ["a sum of amounts", { op: "sum", entity: "part", through: "order", field: "cost" }, 800, "money"],
  ["an average", { op: "average", entity: "part", through: "order", field: "cost" }, 400, "money"],
  ["the latest day", { op: "latest", entity: "part", through: "order", field: "day" }, "2026-01-05", "date"],
];

describe("the source of a formula", () => {
  it.each(CASES)("computes %s", async (_name, formula, value, result) => {
    expect(await evaluate(formula, "EUR")).toEqual(
      typeof value === "number" ? expect.closeTo(value, 6) : value,
    );
    expect(resultOf({ ...field("total", "computed"), formula }, ENTITY, ENTITIES)).toBe(result);
  });

  it("reads as a person would write it", () => {
    const source = (formula: Formula) =>
      formulaSource(formula, ENTITY, { entities: ENTITIES, currency: "EUR" }).source;
    expect(source({ op: "add_days", left: of("start"), right: of("count") })).toBe(
      "(workOrder) => addDays(workOrder.start, workOrder.count)",
    );
    expect(source({ op: "days_between", left: { today: true }, right: of("end") })).toBe(
      "(workOrder) => daysBetween(currentDay(), workOrder.end)",
    );
    expect(source({ op: "sum", entity: "part", through: "order", field: "cost" })).toBe(
      '(workOrder, records) => sumOf(records.naming("part", "order", workOrder.id), "cost")',
    );
  });

  it("adds the number of a field to an amount in the currency's main unit", async () => {
    const formula: Formula = { op: "add", left: of("price"), right: of("count") };
    expect(await evaluate(formula, "JPY")).toBe(1003);
    expect(await evaluate(formula, "EUR")).toBe(1300);
  });
});
