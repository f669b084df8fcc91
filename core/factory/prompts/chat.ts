import { z } from "zod";
import { CHAT } from "#core/factory/agents/chat.ts";
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

export const chat = definePrompt<ChatInput, ChatAnswer>(CHAT, {
  answer,
  answerDescription: "The answer.",
});
