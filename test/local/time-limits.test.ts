import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { architect } from "#core/factory/prompts/architect.ts";
import { chat } from "#core/factory/prompts/chat.ts";
import { consultant } from "#core/factory/prompts/consultant.ts";
import { critic } from "#core/factory/prompts/critic.ts";
import { healer } from "#core/factory/prompts/healer.ts";
import { timeLimitMs } from "#core/model/pace.ts";
import { FUNCTIONS } from "#local/functions.ts";
import { POLICY } from "#test/support/memory-world.ts";

/** What a function does besides asking its models: reading, recording, storing. */
const REST_SECONDS = 3;

/** The calls a function makes at most, one after the other. */
const CALLS = [
  ["api", [timeLimitMs("consultant", consultant)]],
  ["api", [timeLimitMs("chat", chat)]],
  ["architect", [timeLimitMs("architect", architect)]],
  ["heal", [timeLimitMs("healer_small", healer), timeLimitMs("healer_large", healer)]],
  ["review", [timeLimitMs("critic", critic)]],
] as const;

describe("the time limit of a model call", () => {
  it.each([
    ["consultant", consultant, 50],
    ["architect", architect, 50],
    ["healer_small", healer, 100],
    ["healer_large", healer, 50],
    ["critic", critic, 50],
    ["chat", chat, 100],
  ] as const)("is enough for the longest reply of the %s", (role, prompt, pace) => {
    expect(timeLimitMs(role, prompt)).toBeGreaterThan((prompt.maxTokens / pace) * 1000);
  });

  it.each(CALLS)("leaves the function %s the time to record the result", (name, calls) => {
    const seconds = calls.reduce<number>((sum, ms) => sum + ms, 0) / 1000;
    expect(seconds + REST_SECONDS).toBeLessThan(FUNCTIONS[name]?.timeoutSeconds ?? 0);
    expect(seconds).toBeLessThan(POLICY.missions.active_seconds);
  });

  it("is defined in one place only", () => {
    const asking = globSync("{core,lambdas}/**/*.ts").filter((path) => {
      const source = readFileSync(path, "utf8");
      return /\bask\b[^;]* from "#core\/model\/ask\.ts"/.test(source);
    });
    expect(asking.sort()).toEqual([
      "core/factory/conversation/chat.ts",
      "core/factory/plan/propose.ts",
      "core/factory/steps/heal-by-models.ts",
      "core/factory/steps/request-draft.ts",
      "core/factory/steps/review.ts",
    ]);
    for (const path of asking) expect(readFileSync(path, "utf8")).toMatch(/timeout_ms: timeLimitMs\(/);
  });
});
