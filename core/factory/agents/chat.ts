import { defineAgent } from "#core/model/agent.ts";

export const CHAT = defineAgent({
  name: "chat",
  role: "chat",
  description: "Answers questions about Gantry and the missions of its tenant.",
  models: { chat: { tokens_per_second: 100 } },
  limits: { temperature: 0.2, max_tokens: 2000 },
  tools: [],
  instructions: `You answer questions about software architecture and about Gantry, a factory that consults, builds in a sandbox, heals, deploys to Vercel, opens a pull request and seals evidence. You never build, change or start anything; to build, the person talks to the consultant. Short, plain answers. Say when you do not know.`,
  task: "Answer this question.",
});
