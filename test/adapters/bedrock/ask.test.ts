import { afterEach, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { systemClock } from "#adapters/system/system.ts";
import { ask } from "#core/model/ask.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { definePrompt } from "#core/model/prompt.ts";
import type { Fixture } from "#local-cloud/bedrock/fixture.ts";
import { agentOf } from "#test/support/agents.ts";
import { within } from "#test/support/limits.ts";
import { openBudget, PAYER } from "#test/support/payer.ts";
import { type ModelWorld, modelWorld } from "./world.ts";

const prompt = definePrompt<{ wish: string }, { name: string; size: number }>(
  agentOf({
    name: "architect",
    role: "architect",
    instructions: "You draft apps.",
    task: "Draft an app.",
    limits: { temperature: 0, max_tokens: 500 },
  }),
  {
    answer: z.strictObject({ name: z.string().min(1), size: z.number().int() }),
    answerDescription: "The draft.",
  },
);
const usage = { inputTokens: 10, outputTokens: 5 };
const tool = (input: object): Fixture["reply"] => ({
  toolUse: { name: "architect_answer", input: input as never },
  usage,
});

let world: ModelWorld | undefined;
afterEach(() => world?.close());

/** Asks a model that says these things one after the other. */
async function asking(model: string, ...replies: Fixture["reply"][]) {
  world = await modelWorld(replies.map((reply) => ({ reply, times: 1 })));
  const calls: CallRecord[] = [];
  const { converser } = world;
  const answered = ask(
    { converser, clock: systemClock, budget: openBudget() },
    prompt,
    { wish: "a list" },
    {
      model,
      payer: PAYER,
      timeout_ms: within(60),
      onUnusable: (call) => void calls.push(call),
    },
  );
  return { answered, unusable: calls, requests: world.requests };
}

describe("asking a model over Bedrock", () => {
  it.each([
    ["anthropic.claude-sonnet-4-6", tool({ name: "todo", size: 1 })],
    ["anthropic.claude-sonnet-4-5", { text: '{"name":"todo","size":1}', usage }],
    ["somebody.else", tool({ name: "todo", size: 1 })],
    ["somebody.else", { text: 'Here:\n```json\n{"name":"todo","size":1}\n```', usage }],
  ])("returns a parsed answer from %s, whichever answer strategy was used", async (model, reply) => {
    const { answered } = await asking(model, reply);
    expect((await answered).answer).toEqual({ name: "todo", size: 1 });
    expect((await answered).call).toMatchObject({
      role: "architect",
      model,
      input_tokens: 10,
      output_tokens: 5,
    });
  });

  it("gives the model one more turn, with the reasons, when its answer does not match the schema", async () => {
    const { answered, unusable, requests } = await asking(
      "anthropic.claude-sonnet-4-6",
      tool({ name: "todo", size: "large" }),
      tool({ name: "todo", size: 2 }),
    );
    expect((await answered).answer).toEqual({ name: "todo", size: 2 });
    expect(unusable).toHaveLength(1);
    const [first, second] = requests;
    expect(second!.messages.slice(0, 1)).toEqual(first!.messages);
    expect(second!.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(second!.messages[1]!.content[0]!.text).toContain('"size":"large"');
    expect(second!.messages[2]!.content[0]!.text).toMatch(/size: /);
  });

  it("fails as ModelRefused, with both calls accounted for, when the second answer does not match either", async () => {
    const { answered, unusable } = await asking("anthropic.claude-sonnet-4-6", tool({}), {
      text: "I would rather not.",
      usage,
    });
    await expect(answered).rejects.toMatchObject({ code: "ModelRefused" });
    expect(unusable).toHaveLength(2);
  });

  it.each([
    ["anthropic.claude-sonnet-4-5", { text: '{"name":"to', stopReason: "max_tokens", usage }],
    ["anthropic.claude-sonnet-4-6", { text: '{"name":"to', stopReason: "max_tokens", usage }],
  ] as const)("continues a truncated answer of %s with a call for plain text", async (model, first) => {
    const { answered, unusable, requests } = await asking(model, first, { text: 'do","size":1}', usage });
    expect((await answered).answer).toEqual({ name: "todo", size: 1 });
    expect(unusable).toEqual([expect.objectContaining({ stop_reason: "max_tokens" })]);
    expect([requests[1]!.toolConfig, requests[1]!.outputConfig]).toEqual([undefined, undefined]);
  });
});
