import { z } from "zod";
import { planSchema } from "#core/factory/plan/plan.ts";
import { fileSchema } from "#core/kernel/files.ts";

export const criticInputSchema = z.object({
  plan: planSchema,
  files: z.array(fileSchema),
});
type CriticInput = z.infer<typeof criticInputSchema>;

export interface CriticAnswer {
  readonly verdict: "accept" | "reject";
  readonly notes: readonly string[];
}

/**
 * Accepts a draft whose README names every feature of the plan; without a model no other review is possible.
 */
export function criticise({ plan, files }: CriticInput): CriticAnswer {
  const readme = files.find(({ path }) => path === "README.md")?.content ?? "";
  const notes = plan.features
    .filter(({ included, title }) => included && !readme.includes(title))
    .map(({ title }) => `README.md does not mention the feature "${title}".`);
  return { verdict: notes.length === 0 ? "accept" : "reject", notes: notes.slice(0, 10) };
}
