import { describe, expect, it } from "@jest/globals";
import { capabilitiesOf } from "#core/model/capabilities.ts";

describe("the capabilities of a model", () => {
  it.each([
    "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    "eu.anthropic.claude-haiku-4-5-20251001-v1:0",
    "global.anthropic.claude-opus-4-6-v1",
    "jp.anthropic.claude-opus-5-5",
    "us.anthropic.claude-sonnet-5",
  ])("include images for %s", (model) => {
    expect(capabilitiesOf(model).images).toBe(true);
  });

  it.each(["gantry.offline-brain", "us.meta.llama3-3-70b-instruct-v1:0", "qwen2.5-coder", "unknown"])(
    "do not include images for %s, which may refuse them",
    (model) => {
      expect(capabilitiesOf(model).images).toBe(false);
    },
  );
});
