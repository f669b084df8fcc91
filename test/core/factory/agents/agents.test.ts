import { describe, expect, it } from "@jest/globals";
import { loadSkills } from "#adapters/files/skills.ts";
import { ARCHITECT } from "#core/factory/agents/architect.ts";
import { changeArchitect } from "#core/factory/agents/change-architect.ts";
import { CHAT } from "#core/factory/agents/chat.ts";
import { CONSULTANT } from "#core/factory/agents/consultant.ts";
import { CRITIC } from "#core/factory/agents/critic.ts";
import { HEALER } from "#core/factory/agents/healer.ts";
import { PAGE_ARCHITECT } from "#core/factory/agents/page-architect.ts";
import { stackArchitect } from "#core/factory/agents/stack-architect.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { defineAgent } from "#core/model/agent.ts";
import { defineTextPrompt } from "#core/model/prompt.ts";
import { SKILLS_FOLDER } from "#deployment/function-row.ts";
import { agentOf } from "#test/support/agents.ts";

const AGENTS = [
  CONSULTANT,
  ARCHITECT,
  ...STACK_NAMES.flatMap((stack) => [stackArchitect(stack), changeArchitect(stack)]),
  PAGE_ARCHITECT,
  CRITIC,
  HEALER,
  CHAT,
];

describe("the agents", () => {
  it("have names of their own: one for each role, and one for the architect of each stack", () => {
    const names = AGENTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const stack of STACK_NAMES) expect(names).toContain(`architect.${stack}`);
  });

  it("have only tools that are installed", async () => {
    const skills = await loadSkills(SKILLS_FOLDER);
    const installed = [...skills.keys()].map((name) => `skill.${name}`);
    for (const { tools } of AGENTS) expect(installed).toEqual(expect.arrayContaining([...tools]));
  });

  it.each(AGENTS.map((agent) => [agent.name, agent] as const))(
    "are data, whose digest is recorded with each call: %s",
    (_, agent) => {
      const copy = JSON.parse(JSON.stringify(agent));
      expect(defineAgent(copy)).toEqual(agent);
      expect(defineTextPrompt(agent).agent_sha256).toBe(canonicalHash(copy));
    },
  );
});

describe("the definition of an agent", () => {
  it.each([
    ["an unknown member", { model: "x" }, "model"],
    ["a tool that is no skill", { tools: ["deploy.promote"] }, "tools"],
    ["a model that has no role", { models: { writer: { tokens_per_second: 1 } } }, "models"],
    ["no instructions", { instructions: "" }, "instructions"],
    ["a temperature above 1", { limits: { temperature: 2, max_tokens: 10 } }, "temperature"],
  ])("is refused with %s", (_, fields, where) => {
    expect(() => agentOf(fields as never)).toThrow(where);
  });
});
