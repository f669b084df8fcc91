import { describe, expect, it } from "@jest/globals";
import { ownValue } from "#core/kernel/own-value.ts";

describe("what a table holds under a name", () => {
  it("is its own entry, and never what every object has", () => {
    const table = { a: 1, none: undefined };
    expect(ownValue(table, "a")).toBe(1);
    for (const name of ["b", "constructor", "__proto__", "toString"])
      expect(ownValue<unknown>(table, name)).toBeUndefined();
  });
});
