import { z } from "zod";
import { answerAside } from "#local/brain/asides/aside.ts";
import { spokenKinds } from "#local/brain/catalogue.ts";
import { wordsOf } from "#local/brain/recognise/words.ts";
import { answerHowTo } from "./how-to.ts";
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
 * Answers a question about the tenant's own missions, how to do something, what people ask beside a plan, or from a list
 * of topics about Gantry itself; for any other question, replies that it cannot answer.
 */
export function chat({ question, context }: z.infer<typeof chatInputSchema>): ChatAnswer {
  const known =
    answerAboutMissions(question, context?.missions ?? []) ??
    answerHowTo(question) ??
    answerAside(question, null)?.speech;
  if (known !== undefined) return { answer: known };
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
