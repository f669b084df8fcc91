import { describe, expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

const kinds = (...messages: string[]) =>
  readRequest(messages).specification?.entities.map(({ plural, fields }) => [
    plural,
    fields.filter(({ reference }) => reference).map(({ name }) => name),
  ]);

describe("a CRM", () => {
  it("keeps those whom the place serves that it is for, and what happened with them", () => {
    expect(kinds("a crm for my business")).toEqual([
      ["Customers", []],
      ["Interactions", ["Customer"]],
    ]);
    expect(kinds("ein CRM für eine Fahrschule")?.[1]).toEqual(["Interaktionen", ["Schüler"]]);
  });

  it("keeps what the request names instead of interactions", () => {
    expect(kinds("a CRM with deals")?.map(([plural]) => plural)).toEqual(["Customers", "Deals"]);
    expect(kinds("a CRM", "add invoices")?.map(([plural]) => plural)).toEqual([
      "Customers",
      "Interactions",
      "Invoices",
    ]);
  });

  it("is named with capital letters however it was typed", () => {
    expect(readRequest(["crm for a law firm"]).specification?.name).toBe("CRM");
  });
});
