import { approveWords } from "#core/factory/conversation/approve-words.ts";
import { confirmByPolicy } from "#core/factory/conversation/confirm-by-policy.ts";
import { type Conversation, wordsOf } from "#core/factory/conversation/conversation.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { type Caller, isHuman } from "#core/identity/caller.ts";

export type BuildServices = Parameters<typeof approveWords>[0];

/**
 * Starts the mission of a consultation whose message was the decision: a person approved their words and the settings
 * with it, or the policy allows machines to start missions. Idempotent.
 */
export async function buildWithoutConfirmation(
  services: BuildServices,
  caller: Caller,
  opened: OpenConversation,
): Promise<Conversation> {
  if (isHuman(caller)) return approveWords(services, caller, opened);
  const { plan_hash, newest_words } = shownOf(opened.state);
  return confirmByPolicy(services, caller, opened, { hash: plan_hash, words: newest_words });
}

const shownOf = (state: Conversation) => ({
  plan_hash: state.plan_hash ?? "",
  newest_words: wordsOf(state).at(-1) ?? "",
});
