import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { describeIssue } from "#core/kernel/input/describe-issue.ts";
import { describeFaults, readInput } from "#core/kernel/input/read-input.ts";

const SCHEMA = z.strictObject({
  name: z.string(),
  files: z.array(z.strictObject({ path: z.string() })).default([]),
});

function refusal(value: unknown, schema: z.ZodType = SCHEMA): GantryError {
  try {
    readInput(schema, value, "The body");
  } catch (error) {
    return error as GantryError;
  }
  throw new Error("The input was taken.");
}

describe("an input", () => {
  it("is returned as its schema takes it", () => {
    expect(readInput(SCHEMA, { name: "a" }, "The body")).toEqual({ name: "a", files: [] });
  });

  it("that is wrong is refused with a sentence on the first field, and all of them beside it", () => {
    const error = refusal({ files: [{ path: "a" }, { path: 1 }], more: 1, most: 2 });
    expect(error).toBeInstanceOf(GantryError);
    expect(error).toMatchObject({ code: "InvalidInput", field: "name", message: "name is required." });
    expect(error.detail).toEqual({
      errors: [
        { field: "name", message: "is required" },
        { field: "files.1.path", message: "must be text" },
        { field: "more", message: "is not a field of this request" },
        { field: "most", message: "is not a field of this request" },
      ],
    });
  });

  it("with an unknown field is told the fields there are, below a field as well", () => {
    expect(refusal({ name: "a", more: 1 }).message).toBe(
      "more is not a field of this request. Its fields are name, files.",
    );
    expect(refusal({ name: "a", files: [{ path: "a", mode: 1 }] })).toMatchObject({
      field: "files.0.mode",
    });
    expect(refusal({ a: 1 }, z.strictObject({})).message).toBe(
      "a is not a field of this request. It takes no fields.",
    );
    const list = z.array(z.strictObject({ a: z.number() }));
    expect(refusal([{ a: 1, b: 2 }], list).message).toBe(
      "0.b is not a field of this request. It takes no fields.",
    );
  });

  it("is named where no field of it can be", () => {
    expect(refusal("text")).toMatchObject({ field: "", message: "The body must be an object." });
  });

  it("is told of twenty faults at most", () => {
    const files = Array.from({ length: 25 }, () => ({ path: 1 }));
    expect(refusal({ name: "a", files }).detail.errors).toHaveLength(20);
  });

  it("cannot make a name that is longer than 80 characters or no UTF-8", () => {
    expect(refusal({ name: "a", [`${"x".repeat(100)}`]: 1 }).field).toBe("x".repeat(80));
    expect(refusal({ name: "a", "x\ud800": 1 }).field).toBe("x\ufffd");
  });
});

describe("the faults of a file", () => {
  const faultsOf = (value: unknown) => {
    const { error } = SCHEMA.safeParse(value, { error: describeIssue });
    return describeFaults(error as z.ZodError);
  };

  it("are one sentence's parts: each field with what is wrong with it", () => {
    expect(faultsOf({ files: [{ path: 1 }], more: 1 })).toBe(
      "name is required; files.0.path must be text; more is unknown",
    );
    expect(faultsOf([])).toBe("it must be an object");
  });

  it("are twenty at most", () => {
    const files = Array.from({ length: 25 }, () => ({ path: 1 }));
    expect(faultsOf({ name: "a", files }).split("; ")).toHaveLength(20);
  });
});
