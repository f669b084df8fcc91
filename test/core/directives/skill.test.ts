import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { callRead } from "#core/directives/read.ts";
import { type Skill, skillTool } from "#core/directives/skill.ts";

const skillOf = (execute: Skill["execute"]): Skill => ({
  name: "measure",
  description: "Measures.",
  guide: "",
  input: z.strictObject({ text: z.string() }),
  execute,
});

const call = (execute: Skill["execute"], args: unknown = { text: "abc" }) =>
  callRead({}, { tenant: "tn_1", execution: "m_1" }, { tool: skillTool(skillOf(execute)), args });

describe("a skill", () => {
  it("is the tool skill.<name>, which gets the checked input and the execution, and returns success and data", async () => {
    const { result, called } = await call(({ tenant, execution, input }) => ({
      success: true,
      data: { tenant, execution, length: (input as { text: string }).text.length },
    }));
    expect(result).toEqual({ success: true, data: { tenant: "tn_1", execution: "m_1", length: 3 } });
    expect(called).toMatchObject({ type: "gantry.tool.called", data: { tool: "skill.measure" } });
  });

  it("is not called with an input that it does not take", async () => {
    await expect(call(() => ({ success: true, data: {} }), { words: 1 })).rejects.toMatchObject({
      code: "InvalidInput",
    });
  });

  it.each<[string, Skill["execute"], string]>([
    [
      "throws",
      ({ input }) => {
        throw new RangeError(`secret ${JSON.stringify(input)}`);
      },
      "The skill measure failed with RangeError.",
    ],
    ["rejects with anything", () => Promise.reject("secret"), "The skill measure failed with an error."],
    [
      "returns something else",
      () => ({ ok: true }) as never,
      "The skill measure returned something other than success and data.",
    ],
    [
      "returns what is no JSON",
      () => ({ success: true, data: { at: new Date() } }),
      "The skill measure returned something other than success and data.",
    ],
    [
      "returns too much",
      () => ({ success: true, data: { text: "x".repeat(70_000) } }),
      "The skill measure returned more than 65536 bytes.",
    ],
  ])("has no success when it %s, and the error does not repeat its input", async (_, execute, error) => {
    expect((await call(execute)).result).toEqual({ success: false, data: { error } });
  });
});
