import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type Fixture, fixtureFile, fixtureModel } from "#local/bedrock/fixture.ts";
import type { ConverseRequest } from "#local/bedrock/wire.ts";

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

describe("fixtureModel", () => {
  it("takes the first fixture that matches system, last message and model", async () => {
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

  it("uses a fixture as often as it may, then the next, then says that none is left", async () => {
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

  it("gives every tool use its own id, and counts tokens", async () => {
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

  it("stops waiting when the caller goes", async () => {
    const abort = new AbortController();
    const answer = fixtureModel([{ reply: { text: "late", delayMs: 60_000 } }]).converse(
      request("a"),
      abort.signal,
    );
    abort.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });

  it("reads fixtures from a file and says what is wrong with one", async () => {
    const dir = mkdtempSync(join(tmpdir(), "gantry-fixture-"));
    const path = join(dir, "replies.json");
    try {
      writeFileSync(path, JSON.stringify([{ reply: { text: "from file" } }]));
      const answer = await fixtureFile(path).converse(request("a"), signal);
      expect(answer.output.message.content).toEqual([{ text: "from file" }]);
      for (const [fixture, problem] of [
        [{ reply: {} }, "a reply needs text, toolUse or error"],
        [{ reply: { text: "x" }, match: { text: "(" } }, "not a regular expression"],
        [{ reply: { text: "x" }, when: 1 }, "when"],
        [{ reply: { error: { code: "Nope" } } }, "code"],
      ] as const) {
        writeFileSync(path, JSON.stringify([fixture]));
        expect(() => fixtureFile(path)).toThrow(problem);
      }
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
