import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { type AskOptions, ask } from "#core/model/ask.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { CallFailed } from "#core/model/converser.ts";
import { costMicroUsd } from "#core/model/prices.ts";
import { definePrompt } from "#core/model/prompt.ts";
import { agentOf } from "#test/support/agents.ts";
import { reply, scriptedConverser } from "#test/support/memory-converser.ts";
import { fakeClock } from "#test/support/memory-ports.ts";
import { openBudget, PAYER } from "#test/support/payer.ts";

const PROMPT = definePrompt<{ word: string }, { count: number }>(agentOf(), {
  answer: z.strictObject({ count: z.number().int().min(0) }),
  answerDescription: "The count.",
});
const HAIKU = "us.anthropic.claude-haiku-4-5-20251001-v1:0";
const RECORD_COST = 100 * 1 + 5 * 1.25 + 10 * 0.1 + 50 * 5;

function asking(answers: unknown[], options: Partial<AskOptions<{ count: number }>> = {}) {
  const converser = scriptedConverser({ counter: () => answers.shift() });
  const clock = fakeClock();
  const told: CallRecord[] = [];
  const budget = openBudget();
  const slow = {
    async converse(request: Parameters<typeof converser.converse>[0]) {
      clock.advance(250);
      return converser.converse(request);
    },
  };
  const answer = ask(
    { converser: slow, clock, budget },
    PROMPT,
    { word: "a" },
    {
      model: HAIKU,
      payer: PAYER,
      timeout_ms: 1000,
      onUnusable: (call) => void told.push(call),
      ...options,
    },
  );
  return { answer, requests: converser.requests, told, budget };
}

describe("asking a model", () => {
  it("returns a reply that is nested too deeply to the model as well", async () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    const { answer, requests } = asking([deep, { count: 3 }]);
    expect((await answer).answer).toEqual({ count: 3 });
    expect(requests[1]?.messages.at(-1)?.text).toContain("does not fit");
  });

  it("sends the prompt, the schema and the limits, and returns the parsed reply", async () => {
    const { answer, requests } = asking([{ count: 3 }]);
    expect((await answer).answer).toEqual({ count: 3 });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      model: HAIKU,
      role: "counter",
      system: PROMPT.system,
      max_tokens: 100,
      timeout_ms: 1000,
      temperature: 0.2,
      answer: {
        name: "counter_answer",
        schema: { type: "object", additionalProperties: false, required: ["count"] },
      },
    });
    expect(requests[0]?.messages).toEqual([{ role: "user", text: PROMPT.render({ word: "a" }) }]);
  });

  it.each([
    ['{"count": 2}', 2],
    ['Here you are:\n```json\n{"count": 2}\n```\nAll tests passed!', 2],
  ])("accepts JSON within text as well: %j", async (text, count) => {
    expect((await asking([text]).answer).answer).toEqual({ count });
  });

  it("returns an invalid reply to the model once, with the reasons", async () => {
    const { answer, requests } = asking([{ count: -1, extra: true }, { count: 1 }]);
    expect((await answer).answer).toEqual({ count: 1 });
    expect(requests).toHaveLength(2);
    const [first, second, third] = requests[1]?.messages ?? [];
    expect(first).toEqual(requests[0]?.messages[0]);
    expect(second).toEqual({ role: "assistant", text: '{"count":-1,"extra":true}' });
    expect(third?.role).toBe("user");
    expect(third?.text).toMatch(/count: .*extra/s);
  });

  it("returns a valid reply with faults to the model once, with the faults", async () => {
    const faults = ({ count }: { count: number }) => (count > 5 ? ["There are only five things."] : []);
    const { answer, requests } = asking([{ count: 9 }, { count: 5 }], { faults });
    expect((await answer).answer).toEqual({ count: 5 });
    expect(requests[1]?.messages[2]?.text).toMatch(
      /^Your answer cannot be used\. There are only five things\. /,
    );
    const stubborn = asking([{ count: 9 }, { count: 8 }], { faults });
    await expect(stubborn.answer).rejects.toMatchObject({
      code: "ModelRefused",
      message: "The model returned no usable response: There are only five things.",
    });
    expect(stubborn.requests).toHaveLength(2);
  });

  it("gives up after one repair", async () => {
    const { answer, requests } = asking(["nothing", "still nothing"]);
    await expect(answer).rejects.toMatchObject({ code: "ModelRefused", detail: { model: HAIKU } });
    expect(requests).toHaveLength(2);
  });

  it("has one time limit for the first call and the repair together", async () => {
    const { answer, requests } = asking(["nothing", { count: 1 }]);
    await answer;
    expect(requests.map(({ timeout_ms }) => timeout_ms)).toEqual([1000, 750]);
    const late = asking(["nothing", { count: 1 }], { timeout_ms: 250 });
    await expect(late.answer).rejects.toMatchObject({ code: "ModelUnavailable", detail: { model: HAIKU } });
    expect(late.requests).toHaveLength(1);
  });

  const cut = (text: string) => reply(text, { stop_reason: "max_tokens" });

  it("continues a reply that was cut off where it stopped, without its beginning", async () => {
    const { answer, requests, told } = asking([cut('Here:\n{"cou'), '```json\n{"count": 12}\n```', "unused"]);
    expect((await answer).answer).toEqual({ count: 12 });
    expect(requests).toHaveLength(2);
    expect(requests[0]?.answer).toBeDefined();
    expect(requests[1]).not.toHaveProperty("answer");
    const [, before, ask] = requests[1]?.messages ?? [];
    expect(before).toEqual({ role: "assistant", text: 'Here:\n{"cou' });
    expect(ask?.text).toMatch(/cut off.*ends with:\nHere:\n\{"cou$/s);
    expect(told).toMatchObject([{ stop_reason: "max_tokens" }]);
  });

  it("continues at most twice, and does not repair what is still cut off", async () => {
    const { answer, requests } = asking([cut('{"cou'), cut("nt"), '": 3}']);
    expect((await answer).answer).toEqual({ count: 3 });
    expect(requests).toHaveLength(3);
    const endless = asking([cut('{"count": 1'), cut("1"), cut("1"), { count: 1 }]);
    await expect(endless.answer).rejects.toThrow(/cut off/);
    expect(endless.requests).toHaveLength(3);
    expect(endless.told).toHaveLength(3);
    const silent = asking([cut("")]);
    await expect(silent.answer).rejects.toThrow(/did not fit/);
  });

  it("sends truncated JSON of a model that thinks it is finished back once", async () => {
    const { answer, requests } = asking(['{"count": ', { count: 4 }]);
    expect((await answer).answer).toEqual({ count: 4 });
    expect(requests[1]?.messages.at(-1)?.text).toMatch(/does not fit/);
  });

  it("reports each call with its use and cost, even when its reply is unusable", async () => {
    const { answer, told } = asking(["nothing", { count: 1 }]);
    const { call } = await answer;
    expect(told).toHaveLength(1);
    expect([...told, call]).toMatchObject(
      [0, 1].map(() => ({
        role: "counter",
        model: HAIKU,
        input_tokens: 115,
        output_tokens: 50,
        cost_micro_usd: Math.ceil(RECORD_COST * 1.1),
        ms: 250,
        stop_reason: "end_turn",
      })),
    );
    const useless = asking(["nothing", "nothing"]);
    await expect(useless.answer).rejects.toMatchObject({ code: "ModelRefused" });
    expect(useless.told).toHaveLength(2);
  });

  it("passes on ModelUnavailable without a repair", async () => {
    const converser = {
      converse: async () => {
        throw new GantryError("ModelUnavailable", "throttled");
      },
    };
    await expect(
      ask(
        { converser, clock: fakeClock(), budget: openBudget() },
        PROMPT,
        { word: "a" },
        { model: HAIKU, payer: PAYER, timeout_ms: 1 },
      ),
    ).rejects.toMatchObject({ code: "ModelUnavailable" });
  });

  it("records what a failed call used, marked as estimated", async () => {
    const usage = {
      input_tokens: 30,
      output_tokens: 4,
      cache_read_tokens: 0,
      cache_write_tokens: 0,
    } as const;
    const told: CallRecord[] = [];
    const converser = {
      converse: async () => {
        throw new CallFailed("ModelUnavailable", "broken off", { ...usage, estimated: true }, {});
      },
    };
    const budget = openBudget();
    const options = {
      model: HAIKU,
      payer: PAYER,
      timeout_ms: 1,
      onUnusable: (call: CallRecord) => void told.push(call),
    };
    await expect(
      ask({ converser, clock: fakeClock(), budget }, PROMPT, { word: "a" }, options),
    ).rejects.toThrow();
    expect(told).toMatchObject([
      { input_tokens: 30, output_tokens: 4, cost_micro_usd: 55, stop_reason: "failed", estimated: true },
    ]);
  });

  it("sends an image with the first message, also in the repair", async () => {
    const image = { media_type: "image/png", bytes: new Uint8Array([1]) };
    const { answer, requests } = asking(["nothing", { count: 1 }], { image });
    await answer;
    expect(requests.map(({ messages }) => messages[0]?.image)).toEqual([image, image]);
  });
});

describe("the cost of a call", () => {
  const million = { input_tokens: 1e6, output_tokens: 0, cache_read_tokens: 0, cache_write_tokens: 0 };

  it.each([
    ["global.anthropic.claude-haiku-4-5", 1],
    ["us.anthropic.claude-haiku-4-5", 1.1],
    ["global.anthropic.claude-sonnet-4-6", 3],
    ["global.anthropic.claude-sonnet-5", 2],
    ["global.anthropic.claude-opus-4-6", 5],
    ["global.anthropic.claude-opus-5-5", 4],
    ["gantry.offline-brain", 0],
  ])("of a million tokens into %s is $%d", (model, dollars) => {
    expect(costMicroUsd(model, million)).toBe(Math.ceil(dollars * 1e6));
  });

  it("of a model without a listed price is 0", () => {
    expect(costMicroUsd("a.model-nobody-listed", million)).toBe(0);
  });

  it("is rounded up to the next unit, never to zero", () => {
    expect(costMicroUsd("claude-haiku-4-5", { ...million, input_tokens: 0, cache_read_tokens: 1 })).toBe(1);
  });
});
