import { z } from "zod";
import type { Finding } from "#core/directives/skill.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import { CRITIC } from "#core/factory/agents/critic.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { text } from "#core/kernel/text.ts";
import { definePrompt } from "#core/model/prompt.ts";

export interface CriticInput {
  readonly plan: Plan;
  readonly files: readonly SourceFile[];
  readonly acceptance: readonly Acceptance[];
  /** Pages of the plan without which the app was built, and why. */
  readonly left_out?: string;
  /** What its tools measured on the files. */
  readonly findings: readonly Finding[];
}

const answer = z.strictObject({
  verdict: z.enum(["accept", "reject"]),
  notes: z.array(text().min(1).max(400)).max(10),
});
export type CriticAnswer = z.infer<typeof answer>;

export const critic = definePrompt<CriticInput, CriticAnswer>(CRITIC, {
  answer,
  answerDescription: "The verdict and its notes.",
});
