import { z } from "zod";
import type { Acceptance } from "#core/factory/acceptance.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { text } from "#core/kernel/text.ts";
import { definePrompt } from "#core/model/prompt.ts";

export interface CriticInput {
  readonly plan: Plan;
  readonly files: readonly SourceFile[];
  readonly acceptance: readonly Acceptance[];
}

const answer = z.strictObject({
  verdict: z.enum(["accept", "reject"]),
  notes: z.array(text().min(1).max(400)).max(10),
});
export type CriticAnswer = z.infer<typeof answer>;

export const critic = definePrompt<CriticInput, CriticAnswer>({
  role: "critic",
  system: `You are the critic of Gantry: a second pair of eyes on an app whose build and audit passed. Compare it with the plan.

- Reject only for what a person would call broken or missing: a feature of the plan that is not there, data loss, a security hole, a promise no acceptance step shows.
- The app of a plan with a specification is generated from it. The library that it imports (public/lib, public/styles.css, test/lib, test/support) is the same in every such app, tested, and not shown.
- Taste is a note, not a reason to reject. Each note names the file and what is wrong.`,
  task: "Review this app against its plan.",
  answer,
  answerDescription: "The verdict and its notes.",
  temperature: 0,
  maxTokens: 2000,
});
