import { type Agent, defineAgent } from "#core/model/agent.ts";

/** A small agent without tools. */
export const agentOf = (fields: Partial<Agent> = {}): Agent =>
  defineAgent({
    name: "counter",
    role: "counter",
    description: "Counts.",
    models: { critic: { tokens_per_second: 50 } },
    limits: { temperature: 0.2, max_tokens: 100 },
    tools: [],
    instructions: "You count.",
    task: "Count.",
    ...fields,
  });
