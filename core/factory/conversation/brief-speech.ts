import type { BriefReply } from "#core/factory/conversation/reply.ts";
import { SENTENCES } from "#core/factory/conversation/sentences.ts";
import { planLocale } from "#core/factory/plan/plan-locale.ts";
import { spoken } from "#core/factory/spoken.ts";

/**
 * The speech of a reply in at most 300 characters. A plan that waits for a yes and says more than that is followed by
 * the advice to read it, within the same limit.
 */
export function briefSpeech({
  speech,
  plan,
  state,
}: Pick<BriefReply<string>, "speech" | "plan" | "state">): string {
  return spoken(speech, plan && state !== "confirmed" ? SENTENCES[planLocale(plan)].unspoken : "");
}
