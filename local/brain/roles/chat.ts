import { z } from "zod";
import { spokenKinds } from "#local/brain/catalogue.ts";
import { wordsOf } from "#local/brain/recognise/words.ts";
import { answerAboutMissions } from "./mission-answer.ts";
import { TOPICS } from "./topics.ts";

const missionSchema = z.object({ id: z.string(), title: z.string(), phase: z.string() });

export const chatInputSchema = z.object({
  question: z.string(),
  context: z.object({ missions: z.array(missionSchema) }).optional(),
});

export interface ChatAnswer {
  readonly answer: string;
}

/**
 * Answers a question about the tenant's own missions, or about Gantry itself from a list of topics; for any other
 * question, replies that it cannot answer.
 */
export function chat({ question, context }: z.infer<typeof chatInputSchema>): ChatAnswer {
  const own = answerAboutMissions(question, context?.missions ?? []);
  if (own !== null) return { answer: own };
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
