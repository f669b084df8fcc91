import { describe, expect, it } from "@jest/globals";
import { definitionRefSchema } from "#core/kernel/definition-ref.ts";

const REF = { id: "factory.mission", version: "1", sha256: "0".repeat(64) };

describe("the name of a definition", () => {
  it.each<[string, object]>([
    ["a version of 64 characters", { version: "1".repeat(64) }],
    ["a version of one", { version: "1" }],
  ])("may have %s", (_, change) => {
    expect(definitionRefSchema.parse({ ...REF, ...change })).toEqual({ ...REF, ...change });
  });

  it.each<[string, object]>([
    ["an id with capitals", { id: "Mission" }],
    ["no version", { version: "" }],
    ["a version of 65 characters", { version: "1".repeat(65) }],
    ["a digest that is too short", { sha256: "0".repeat(63) }],
    ["a digest in capitals", { sha256: "A".repeat(64) }],
    ["anything else", { more: 1 }],
  ])("cannot have %s", (_, change) => {
    expect(definitionRefSchema.safeParse({ ...REF, ...change }).success).toBe(false);
  });
});
