import { describe, expect, it } from "@jest/globals";
import { conditionCode } from "#core/factory/generate/emit/condition.ts";
import type { Comparison } from "#core/factory/specification/formula.ts";
import type { Entity } from "#core/factory/specification/specification.ts";

const ORDER: Entity = {
  id: "work_order",
  name: "Order",
  plural: "Orders",
  display: "name",
  fields: [
    { id: "name", name: "Name", type: "text" },
    { id: "price", name: "Price", type: "money" },
    { id: "limit", name: "Limit", type: "money" },
    { id: "made", name: "Made", type: "created_at" },
  ],
};

const CASES: readonly (readonly [Comparison, string])[] = [
  [{ field: "price", is: "more", value: 250 }, "isMore(workOrder.price, 250)"],
  [{ field: "price", is: "at_most", than: { field: "limit" } }, "isAtMost(workOrder.price, workOrder.limit)"],
  [{ field: "made", is: "less", than: { today: true } }, "isLess(dayOf(workOrder.made), currentDay())"],
  [{ field: "name", is: "not_equal", value: "a" }, '!isEqual(workOrder.name, "a")'],
  [{ field: "name", is: "not_empty" }, "!isEmpty(workOrder.name)"],
];

describe("the source of a condition", () => {
  it.each(CASES)("compares stored values: %j", (comparison, source) => {
    expect(conditionCode([comparison], ORDER).code).toBe(`(workOrder) => ${source}`);
  });

  it("holds if all comparisons hold", () => {
    const [[first], [second]] = CASES as [(typeof CASES)[0], (typeof CASES)[0]];
    expect(conditionCode([first, second], ORDER).code).toMatch(/250\) && isAtMost\(/);
  });
});
