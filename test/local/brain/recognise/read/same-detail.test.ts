import { describe, expect, it } from "@jest/globals";
import { said } from "./said.ts";

describe("a detail that the record has anyway under another name", () => {
  it.each([
    [
      "inventory: item, quantity, price",
      "Inventory item",
      ["Quantity integer", "Price money"],
      ["Stock", "Unit price"],
    ],
    ["Bestellungen mit Kunde und Preis", "Bestellung", ["Preis money"], ["Betrag"]],
    [
      "workshop tools: name, purchase price, where it's stored",
      "Workshop tool",
      ["Buying price money"],
      ["Price"],
    ],
    ["orders: customer, ready by, price", "Order", ["Due date date", "Price money"], ["Amount"]],
  ])("takes its place: %s", (message, name, there, gone) => {
    const details = said(message).details[name] ?? [];
    expect(details).toEqual(expect.arrayContaining(there));
    expect(
      details.filter((detail) => gone.some((each) => new RegExp(`^${each} (?:integer|money)`).test(detail))),
    ).toEqual([]);
  });

  it("stays beside it where the message names both", () => {
    const details = said("products with a purchase price and a price").details.Product ?? [];
    expect(details).toEqual(expect.arrayContaining(["Buying price money", "Price money"]));
  });
});
