import { requestOf, wordsOf } from "#core/factory/conversation/conversation.ts";
import { type AnyConversation, isChat } from "#core/factory/conversation/kind.ts";
import { inOneLine, truncated } from "#core/kernel/text.ts";

/** Longest title of a conversation, in characters. */
export const MAX_TITLE = 120;

/**
 * What a list calls a conversation: the title that a person gave it, else that of its plan, else how its request or its
 * first question begins.
 */
export function titleOf(conversation: AnyConversation): string {
  if (conversation.title !== undefined) return conversation.title;
  if (isChat(conversation)) return shortened(conversation.turns[0]?.question);
  const { plan, last_plan } = conversation;
  const planned = plan?.title ?? last_plan?.title;
  return planned ?? shortened(requestOf(conversation)[0] ?? wordsOf(conversation)[0]);
}

const shortened = (text = ""): string => truncated(inOneLine(text), MAX_TITLE);
