import { z } from "zod";
import { text } from "#core/kernel/text.ts";
import { definePrompt } from "#core/model/prompt.ts";

export interface ChatInput {
  readonly question: string;
  readonly context: {
    readonly missions: readonly { readonly id: string; readonly title: string; readonly phase: string }[];
  };
}

const answer = z.strictObject({ answer: text().min(1).max(4000) });
export type ChatAnswer = z.infer<typeof answer>;

export const chat = definePrompt<ChatInput, ChatAnswer>({
  role: "chat",
  system: `You answer questions about software architecture and about Gantry, a factory that consults, builds in a sandbox, heals, deploys to Vercel, opens a pull request and seals evidence. You never build, change or start anything; to build, the person talks to the consultant. Short, plain answers. Say when you do not know.`,
  task: "Answer this question.",
  answer,
  answerDescription: "The answer.",
  temperature: 0.2,
  maxTokens: 2000,
});
