import type { Plan } from "#core/factory/plan/plan.ts";
import { spoken } from "#core/factory/spoken.ts";
import { inOneLine } from "#core/kernel/text.ts";

/** Longest speech of a consultant: a plan can refuse as many words as its ledger has entries. */
export const MAX_SPEECH = 12_000;

/**
 * What is read aloud of a plan: short, but in full if the plan refuses something, because a person who only listens
 * confirms what they heard.
 */
export function spokenPlan(speech: string, plan: Pick<Plan, "ledger"> | null): string {
  const refuses = plan?.ledger?.some(({ outcome }) => outcome === "refused") ?? false;
  return refuses ? inOneLine(speech) : spoken(speech);
}
