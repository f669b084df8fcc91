import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { ARCHITECT } from "#core/factory/agents/architect.ts";
import { CHAT } from "#core/factory/agents/chat.ts";
import { CONSULTANT } from "#core/factory/agents/consultant.ts";
import { CRITIC } from "#core/factory/agents/critic.ts";
import { HEALER } from "#core/factory/agents/healer.ts";
import { DRAFT_MS } from "#core/factory/architect/draft-time.ts";
import { timeLimitMs } from "#core/model/pace.ts";
import { FUNCTIONS } from "#local/functions.ts";
import { POLICY } from "#test/support/memory-world.ts";

/** What a function does besides asking its models: reading, recording, storing. */
const REST_SECONDS = 3;

/** The calls a function makes at most, one after the other. */
const CALLS = [
  ["consultant", [timeLimitMs("consultant", CONSULTANT)]],
  ["api", [timeLimitMs("chat", CHAT)]],
  ["architect", [timeLimitMs("architect", ARCHITECT)]],
  ["architect", [DRAFT_MS]],
  ["heal", [timeLimitMs("healer_small", HEALER), timeLimitMs("healer_large", HEALER)]],
  ["review", [timeLimitMs("critic", CRITIC)]],
] as const;

describe("the time limit of a model call", () => {
  it.each([
    ["consultant", CONSULTANT, 50],
    ["architect", ARCHITECT, 50],
    ["healer_small", HEALER, 100],
    ["healer_large", HEALER, 50],
    ["critic", CRITIC, 50],
    ["chat", CHAT, 100],
  ] as const)("is enough for the longest reply of the %s", (role, agent, pace) => {
    expect(timeLimitMs(role, agent)).toBeGreaterThan((agent.limits.max_tokens / pace) * 1000);
  });

  it.each(CALLS)("leaves the function %s the time to record the result", (name, calls) => {
    const seconds = calls.reduce<number>((sum, ms) => sum + ms, 0) / 1000;
    expect(seconds + REST_SECONDS).toBeLessThan(FUNCTIONS[name]?.timeoutSeconds ?? 0);
    expect(seconds).toBeLessThan(POLICY.missions.active_seconds);
  });

  it("is refused for a model that the agent may not use", () => {
    expect(() => timeLimitMs("chat", CRITIC)).toThrow("the agent critic may not use the model chat");
  });

  it("is defined in one place only", () => {
    const asking = globSync("{core,lambdas}/**/*.ts").filter((path) => {
      const source = readFileSync(path, "utf8");
      return /\bask\b[^;]* from "#core\/model\/ask\.ts"/.test(source);
    });
    expect(asking.sort()).toEqual([
      "core/factory/chat/answer-question.ts",
      "core/factory/plan/propose.ts",
      "core/factory/steps/heal-by-models.ts",
      "core/factory/steps/request-draft.ts",
      "core/factory/steps/review.ts",
    ]);
    for (const path of asking) expect(readFileSync(path, "utf8")).toMatch(/timeout_ms: .*timeLimitMs\(/);
  });
});
