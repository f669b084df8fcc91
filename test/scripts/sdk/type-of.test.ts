import { describe, expect, it } from "@jest/globals";
import { membersOf, type Schema, typeOf } from "../../../scripts/sdk/type-of.ts";

describe("typeOf", () => {
  it.each<[string, Schema, string]>([
    ["a string", { type: "string" }, "(string)"],
    ["an integer, which TypeScript does not tell apart", { type: "integer" }, "(number)"],
    ["one of several types", { type: ["string", "null"] }, "(string) | (null)"],
    ["a constant", { type: "string", const: "app" }, '"app"'],
    ["a choice", { type: "string", enum: ["a", "b"] }, '("a") | ("b")'],
    ["a schema with a name", { $ref: "#/components/schemas/Mission" }, "Mission"],
    ["alternatives", { anyOf: [{ $ref: "#/x/Id" }, { type: "null" }] }, "(Id) | ((null))"],
    ["parts", { allOf: [{ $ref: "#/x/Id" }, { $ref: "#/x/Time" }] }, "(Id) & (Time)"],
    ["a list", { type: "array", items: { type: "string" } }, "(readonly ((string))[])"],
    ["anything", {}, "unknown"],
  ])("writes %s", (_, schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  it("refuses a type that it does not know", () => {
    expect(() => typeOf({ type: "date" })).toThrow("The type 'date' has no counterpart in TypeScript.");
  });
});

describe("membersOf", () => {
  it("writes required and optional members, with their descriptions", () => {
    const id = { type: "string", description: "The id */ of it." };
    expect(membersOf({ properties: { id, "x-n": { type: "integer" } }, required: ["id"] })).toBe(
      '{\n/** The id * / of it. */\nid: (string);\n"x-n"?: (number) | undefined;\n}',
    );
  });

  it("writes an object that is open as one with any members, and one without members as such", () => {
    expect(membersOf({ additionalProperties: { type: "string" } })).toBe("{\n[name: string]: (string);\n}");
    expect(membersOf({ additionalProperties: false })).toBe("Record<never, never>");
  });
});
