import { afterEach, describe, expect, it } from "@jest/globals";
import { systemClock } from "#adapters/system/system.ts";
import { EXAMPLE_TEXT } from "#core/factory/architect/worked-example.ts";
import { chat } from "#core/factory/prompts/chat.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import { draftFiles } from "#core/factory/prompts/draft-files.ts";
import { ask } from "#core/model/ask.ts";
import { caller } from "#core/model/call.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { within } from "#test/support/limits.ts";
import { openBudget, PAYER } from "#test/support/payer.ts";
import { ANSWERS } from "#test/support/samples.ts";
import { type ModelWorld, modelWorld } from "./world.ts";

let world: ModelWorld | undefined;
afterEach(() => world?.close());

const POINT = { cachePoint: { type: "default" } };

describe("the stable prefix of a prompt", () => {
  it("is read from the cache by the second call for a draft, which then costs less", async () => {
    world = await modelWorld(() => ({ text: EXAMPLE_TEXT }));
    const prompt = draftFiles("static");
    const services = { converser: world.converser, clock: systemClock, budget: openBudget() };
    const call = caller(services, prompt, {
      model: DEFAULT_MODELS.large,
      payer: PAYER,
      timeout_ms: within(60),
    });
    const draft = (word: string) => call([{ role: "user", text: prompt.render({ plan: word } as never) }]);
    const first = await draft("one");
    const second = await draft("two");
    expect(world.requests[0]?.system?.at(-1)).toEqual(POINT);
    expect(first.reply.usage).toMatchObject({ cache_read_tokens: 0 });
    expect(first.reply.usage.cache_write_tokens).toBeGreaterThan(1024);
    expect(second.reply.usage.cache_read_tokens).toBe(first.reply.usage.cache_write_tokens);
    expect(second.record.cache_read_tokens).toBe(second.reply.usage.cache_read_tokens);
    expect(first.record).not.toHaveProperty("cache_read_tokens");
    expect(second.record.input_tokens).toBe(first.record.input_tokens);
    expect(second.record.cost_micro_usd).toBeLessThan(first.record.cost_micro_usd);
  });

  it("has the schema of the consultant's tool in it", async () => {
    world = await modelWorld(() => ({
      toolUse: { name: "consultant_answer", input: ANSWERS.consultant as never },
    }));
    const services = { converser: world.converser, clock: systemClock, budget: openBudget() };
    const model = "global.anthropic.claude-sonnet-4-6";
    const options = { model, payer: PAYER, timeout_ms: within(60) };
    await ask(services, consultant, { messages: ["a"] } as never, options);
    const { call } = await ask(services, consultant, { messages: ["b"] } as never, options);
    expect(call.cache_read_tokens).toBeGreaterThan(1024);
  });

  it.each([
    ["is too short to be kept", DEFAULT_MODELS.small],
    ["goes to a model that may refuse cache points", "some.model"],
  ])("has no cache point when it %s", async (_, model) => {
    world = await modelWorld(() => ({ toolUse: { name: "chat_answer", input: ANSWERS.chat as never } }));
    const services = { converser: world.converser, clock: systemClock, budget: openBudget() };
    await ask(services, chat, {} as never, { model, payer: PAYER, timeout_ms: within(60) });
    expect(world.requests[0]?.system).not.toContainEqual(POINT);
  });
});
