import { z } from "zod";
import { CHAT } from "#core/factory/agents/chat.ts";
import type { Passage, Source } from "#core/factory/documentation/passage.ts";
import { text } from "#core/kernel/text.ts";
import { definePrompt } from "#core/model/prompt.ts";

/** A question with its answer. */
export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

export interface ChatInput {
  readonly question: string;
  /** The passages of the documentation that fit the question best, best first. */
  readonly documentation: readonly Passage[];
  readonly context: {
    readonly missions: readonly { readonly id: string; readonly title: string; readonly phase: string }[];
    /** The questions and answers before this one, oldest first. */
    readonly earlier: readonly Exchange[];
  };
}

const answer = z.strictObject({
  answer: text().min(1).max(4000),
  sources: z
    .array(text().max(200))
    .max(20)
    .default([])
    .describe("The `path` of each passage of the documentation that the answer uses."),
});
type ChatAnswer = z.infer<typeof answer>;

/** An answer with the sections that it was taken from. */
export interface ChatReply {
  readonly answer: string;
  readonly sources: readonly Source[];
}

export const chat = definePrompt<ChatInput, ChatAnswer>(CHAT, {
  answer,
  answerDescription: "The answer, and the passages that it uses.",
});

/** A source that was not among the passages is invented: the answer goes back. */
export function faultsOf({ sources }: ChatAnswer, documentation: readonly Passage[]): string[] {
  const given = new Set(documentation.map(({ path }) => path));
  return sources
    .filter((path) => !given.has(path))
    .map(
      (path) =>
        `\`sources\` names ${JSON.stringify(path)}, which is the path of no passage in \`documentation\`.`,
    );
}

/** The answer with the titles of its sources, each once, in the order of the passages. */
export function replyOf({ answer, sources }: ChatAnswer, documentation: readonly Passage[]): ChatReply {
  const used = new Map(
    documentation.filter(({ path }) => sources.includes(path)).map(({ path, title }) => [path, title]),
  );
  return { answer, sources: [...used].map(([path, title]) => ({ title, path })) };
}
