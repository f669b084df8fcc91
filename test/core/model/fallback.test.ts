import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { ask } from "#core/model/ask.ts";
import { formatRefused, type ModelCall, type ModelRequest } from "#core/model/converser.ts";
import { createConverser } from "#core/model/fallback.ts";
import { definePrompt } from "#core/model/prompt.ts";
import { agentOf } from "#test/support/agents.ts";
import { reply } from "#test/support/memory-converser.ts";
import { fakeClock } from "#test/support/memory-ports.ts";
import { openBudget, PAYER } from "#test/support/payer.ts";

const SONNET = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
const HAIKU = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

const request = (rest: Partial<ModelRequest> = {}): ModelRequest => ({
  model: SONNET,
  role: "counter",
  system: "You count.",
  messages: [{ role: "user", text: "Count." }],
  answer: {
    name: "counter_answer",
    description: "The count.",
    schema: z.toJSONSchema(z.strictObject({ word: z.string().max(9) })),
  },
  temperature: 0.2,
  max_tokens: 100,
  timeout_ms: 1000,
  ...rest,
});

/** A converser over a service that refuses these strategies for their format. */
function refusing(...refused: ModelCall["strategy"][]) {
  const calls: ModelCall[] = [];
  const clock = fakeClock();
  const converser = createConverser(
    {
      async call(call) {
        calls.push(call);
        clock.advance(100);
        if (refused.includes(call.strategy)) throw formatRefused(call.model, null);
        return reply({ word: "a" });
      },
    },
    clock,
  );
  return { converser, calls, clock, strategies: () => calls.map(({ strategy }) => strategy) };
}

describe("the answer strategy", () => {
  it.each([
    [SONNET, "json_schema", true],
    ["anthropic.claude-opus-4-5-20251101-v1:0", "json_schema", true],
    ["eu.anthropic.claude-opus-4-6-v1", "json_schema", true],
    ["global.anthropic.claude-sonnet-4-6", "forced_tool", true],
    [HAIKU, "forced_tool", true],
    ["anthropic.claude-opus-4-7", "forced_tool", false],
    ["anthropic.claude-opus-4-8", "forced_tool", false],
    ["anthropic.claude-opus-5", "forced_tool", false],
    ["anthropic.claude-sonnet-5", "forced_tool", false],
    ["jp.anthropic.claude-opus-5-5", "auto_tool", false],
    ["global.anthropic.claude-sonnet-5-5", "auto_tool", false],
    ["anthropic.claude-fable-5-1", "auto_tool", false],
    ["some.model-nobody-listed", "auto_tool", false],
    ["gantry.offline-brain", "forced_tool", false],
  ])("of %s is %s first, with temperature %s", async (model, strategy, temperature) => {
    const { converser, calls } = refusing();
    await converser.converse(request({ model }));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ model, strategy, max_tokens: 100 });
    expect("temperature" in (calls[0] as object)).toBe(temperature);
  });

  it("of native output sends a schema that it supports, and that of tools the complete one", async () => {
    const { converser, calls } = refusing("json_schema");
    await converser.converse(request());
    const [native, forced] = calls.map((call) => (call as any).answer.schema.properties.word);
    expect(native).toEqual({ type: "string", description: "At most 9 characters." });
    expect(forced).toEqual({ type: "string", maxLength: 9 });
  });

  it("falls back once from native output to a forced tool to an optional tool", async () => {
    const { converser, strategies } = refusing("json_schema", "forced_tool");
    expect(await converser.converse(request())).toMatchObject({ json: { word: "a" } });
    expect(strategies()).toEqual(["json_schema", "forced_tool", "auto_tool"]);
  });

  it("fails when the last one is refused as well", async () => {
    const { converser, strategies } = refusing("json_schema", "forced_tool", "auto_tool");
    const asked = converser.converse(request());
    await expect(asked).rejects.toMatchObject({ code: "ModelRefused", detail: { model: SONNET } });
    expect(strategies()).toEqual(["json_schema", "forced_tool", "auto_tool"]);
    await expect(converser.converse(request())).rejects.toMatchObject({ code: "ModelRefused" });
    expect(strategies().slice(3)).toEqual(["auto_tool"]);
  });

  it("that a model refused is remembered for that model only", async () => {
    const { converser, strategies, calls } = refusing("json_schema");
    await converser.converse(request());
    await converser.converse(request());
    expect(strategies()).toEqual(["json_schema", "forced_tool", "forced_tool"]);
    calls.length = 0;
    await converser.converse(request({ model: "anthropic.claude-opus-4-6-v1" }));
    expect(strategies()).toEqual(["json_schema", "forced_tool"]);
  });

  it("is never native output for a schema that it does not support", async () => {
    const { converser, strategies } = refusing();
    const schema = z.toJSONSchema(z.record(z.string(), z.number()));
    await converser.converse(request({ answer: { name: "counter_answer", description: "", schema } }));
    expect(strategies()).toEqual(["forced_tool"]);
  });

  it("has one time limit for all attempts", async () => {
    const { converser, calls } = refusing("json_schema", "forced_tool");
    await converser.converse(request());
    expect(calls.map(({ timeout_ms }) => timeout_ms)).toEqual([1000, 900, 800]);
  });

  it("is not changed after any other refusal", async () => {
    const calls: ModelCall[] = [];
    const converser = createConverser(
      {
        async call(call) {
          calls.push(call);
          throw new GantryError("ModelUnavailable", "throttled");
        },
      },
      fakeClock(),
    );
    await expect(converser.converse(request())).rejects.toMatchObject({ code: "ModelUnavailable" });
    expect(calls).toHaveLength(1);
  });

  it("accounts for the call with a reply, and for no refused one, which uses no tokens", async () => {
    const { converser, clock } = refusing("json_schema");
    const prompt = definePrompt<object, { word: string }>(agentOf(), {
      answer: z.strictObject({ word: z.string() }),
      answerDescription: "The count.",
    });
    const { call } = await ask(
      { converser, clock, budget: openBudget() },
      prompt,
      {},
      { model: SONNET, payer: PAYER, timeout_ms: 1000 },
    );
    expect(call).toMatchObject({ input_tokens: 115, output_tokens: 50, ms: 200 });
  });
});
