import { describe, expect, it } from "@jest/globals";
import { said } from "./said.ts";

describe("records with several words", () => {
  it.each([
    ["beehive inspections with date and notes", "Inspection"],
    ["our choir: singers with voice part, rehearsals", "Rehearsal"],
    // These say what the app is, not what one record is.
    ["my todo list", "Task"],
    ["inventario: producto, cantidad", "Artículo de inventario"],
  ])("are named as in %s", (message, name) => {
    expect(said(message).names).toContain(name);
  });

  it("are told apart by the details that follow", () => {
    expect(said("jobs: customer, address, price").names).toEqual(["Work order"]);
    expect(said("jobs: department, salary").names).toEqual(["Job"]);
  });
});

describe("records of others", () => {
  it.each([
    [
      "suppliers with phone, and the orders I place with them with delivery date",
      "Order",
      "Supplier supplier",
    ],
    ["my cars and the tyres for each one", "Tyre", "Car car"],
  ])("name what they belong to: %s", (message, name, detail) => {
    expect(said(message).details[name]).toContain(detail);
  });
});
