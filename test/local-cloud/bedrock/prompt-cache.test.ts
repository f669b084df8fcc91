import { beforeEach, describe, expect, it } from "@jest/globals";
import { fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import { withPromptCache } from "#local-cloud/bedrock/prompt-cache.ts";
import type { ConverseRequest } from "#local-cloud/bedrock/wire.ts";

const SONNET = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
const point = { cachePoint: { type: "default" } } as const;
const { signal } = new AbortController();
let time = 0;
let usage: Record<string, number> | undefined;
let model = withPromptCache(fixtureModel([]), () => time);
beforeEach(() => {
  time = 1_000_000;
  usage = { inputTokens: 5000, outputTokens: 10 };
  model = withPromptCache(
    fixtureModel(() => ({ text: "x", ...(usage ? { usage: usage as never } : {}) })),
    () => time,
  );
});

const request = (length: number, rest: Partial<ConverseRequest> = {}): ConverseRequest => ({
  modelId: SONNET,
  system: [{ text: "x".repeat(length) }, point],
  messages: [{ role: "user", content: [{ text: "hi" }] }],
  ...rest,
});
const use = async (asked: ConverseRequest) => (await model.converse(asked, signal)).usage;

describe("the prompt cache", () => {
  it("is written by the first call and read by the next ones, streamed or not", async () => {
    const first = await use(request(8000));
    const prefix = first.cacheWriteInputTokens as number;
    expect(prefix).toBeGreaterThan(2000);
    expect(first).toMatchObject({ inputTokens: 5000 - prefix, cacheReadInputTokens: 0, totalTokens: 5010 });
    expect(await use(request(8000))).toMatchObject({
      cacheReadInputTokens: prefix,
      cacheWriteInputTokens: 0,
    });
    const events = [];
    for await (const event of model.stream?.(request(8000), signal) ?? []) events.push(event);
    expect(events.at(-1)).toMatchObject({ metadata: { usage: { cacheReadInputTokens: prefix } } });
  });

  it("keeps a prefix for five minutes after its last use, or for an hour", async () => {
    await use(request(8000));
    for (let count = 0; count < 3; count++) {
      time += 4 * 60_000;
      expect((await use(request(8000))).cacheReadInputTokens).toBeGreaterThan(0);
    }
    time += 5 * 60_000;
    expect((await use(request(8000))).cacheReadInputTokens).toBe(0);
    const hour = request(8000, {
      system: [{ text: "y".repeat(8000) }, { cachePoint: { type: "default", ttl: "1h" } }],
    });
    await use(hour);
    time += 59 * 60_000;
    expect((await use(hour)).cacheReadInputTokens).toBeGreaterThan(0);
  });

  it.each([
    ["too short a prefix", request(3000)],
    [
      "a prefix that is too short for this model",
      request(8000, { modelId: "us.anthropic.claude-haiku-4-5" }),
    ],
    ["no cache point", request(8000, { system: [{ text: "x".repeat(8000) }] })],
    ["a model without a cache", request(8000, { modelId: "gantry.offline-brain" })],
  ])("has no part in a call with %s", async (_, asked) => {
    await use(asked);
    expect(await use(asked)).toEqual({ inputTokens: 5000, outputTokens: 10, totalTokens: 5010 });
  });

  it("distinguishes models and every character before the point", async () => {
    await use(request(8000));
    expect((await use(request(8001))).cacheReadInputTokens).toBe(0);
    expect((await use(request(8000, { modelId: "anthropic.claude-sonnet-4-6" }))).cacheReadInputTokens).toBe(
      0,
    );
    const other = request(8000, { messages: [{ role: "user", content: [{ text: "another" }] }] });
    expect((await use(other)).cacheReadInputTokens).toBeGreaterThan(0);
  });

  it("leaves what a backend reports about its own cache", async () => {
    usage = { inputTokens: 1, outputTokens: 1, cacheReadInputTokens: 77 };
    expect((await use(request(8000))).cacheReadInputTokens).toBe(77);
  });
});
