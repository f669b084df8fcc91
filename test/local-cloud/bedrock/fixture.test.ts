import { describe, expect, it } from "@jest/globals";
import { type Fixture, fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import type { ConverseRequest } from "#local-cloud/bedrock/wire.ts";

const request = (text: string, system = "", modelId = "m"): ConverseRequest => ({
  modelId,
  ...(system && { system: [{ text: system }] }),
  messages: [
    { role: "user", content: [{ text: "first" }] },
    { role: "assistant", content: [{ text: "architect" }] },
    { role: "user", content: [{ text }] },
  ],
});
const signal = new AbortController().signal;
const asker = (fixtures: Fixture[]) => {
  const model = fixtureModel(fixtures);
  return async (...args: Parameters<typeof request>) =>
    (await model.converse(request(...args), signal)).output.message.content[0];
};

describe("a fixture model", () => {
  it("uses the first fixture that matches system, last message and model", async () => {
    const ask = asker([
      { match: { system: "^You are the architect" }, reply: { text: "draft" } },
      { match: { text: "h[ei]al" }, reply: { text: "patch" } },
      { match: { model: "haiku" }, reply: { text: "small" } },
      { reply: { text: "else" } },
    ]);
    expect(await ask("x", "You are the architect.")).toEqual({ text: "draft" });
    expect(await ask("heal it")).toEqual({ text: "patch" });
    expect(await ask("x", "", "claude-haiku")).toEqual({ text: "small" });
    expect(await ask("x", "first heal")).toEqual({ text: "else" });
  });

  it("uses a fixture as often as it states, then the next, then reports that none is left", async () => {
    const ask = asker([
      { match: { text: "a" }, reply: { text: "one" }, times: 1 },
      { match: { text: "a" }, reply: { text: "two" }, times: 2 },
    ]);
    expect([await ask("a"), await ask("a"), await ask("a")]).toEqual([
      { text: "one" },
      { text: "two" },
      { text: "two" },
    ]);
    await expect(ask("a")).rejects.toMatchObject({
      code: "ValidationException",
      message: "no fixture is left for: a",
    });
  });

  it("returns a unique id for every tool use, and counts tokens", async () => {
    const model = fixtureModel([
      { reply: { toolUse: { name: "t", input: { a: 1 } }, usage: { inputTokens: 7, outputTokens: 2 } } },
    ]);
    const [first, second] = [
      await model.converse(request("a"), signal),
      await model.converse(request("a"), signal),
    ];
    const id = ({ output }: typeof first) => output.message.content[0]?.toolUse?.toolUseId;
    expect(id(first)).not.toBe(id(second));
    expect(first).toMatchObject({
      stopReason: "tool_use",
      usage: { inputTokens: 7, outputTokens: 2, totalTokens: 9 },
    });
  });

  it("stops waiting when the caller disconnects", async () => {
    const abort = new AbortController();
    const answer = fixtureModel([{ reply: { text: "late", delayMs: 60_000 } }]).converse(
      request("a"),
      abort.signal,
    );
    abort.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });
});
