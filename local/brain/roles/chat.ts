import { z } from "zod";
import { spokenKinds } from "#local/brain/catalogue.ts";
import { wordsOf } from "#local/brain/recognise/words.ts";
import { TOPICS } from "./topics.ts";

export const chatInputSchema = z.object({ question: z.string(), context: z.unknown().optional() });

export interface ChatAnswer {
  readonly answer: string;
}

/**
 * Answers a question about Gantry itself from a list of topics; for any other question, replies that it
 * cannot answer.
 */
export function chat({ question }: z.infer<typeof chatInputSchema>): ChatAnswer {
  const words = new Set(wordsOf(question).map(({ key }) => key));
  const scored = TOPICS.map(({ keys, answer }) => ({
    answer,
    hits: keys.filter((key) => words.has(key)).length,
  }));
  const best = scored.reduce((a, b) => (b.hits > a.hits ? b : a), { answer: "", hits: 0 });
  if (best.hits > 0) return { answer: best.answer };
  return {
    answer: `I am the offline brain: I am not a model and only have prepared answers about how Gantry works (missions, the builder's sandbox, evidence, policy, deployment, publishing, the local cloud, models), and I can plan ${spokenKinds()}. Connect a model for other questions.`,
  };
}
