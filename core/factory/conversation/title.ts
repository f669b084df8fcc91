import { type Conversation, requestOf, wordsOf } from "#core/factory/conversation/conversation.ts";
import { inOneLine, truncated } from "#core/kernel/text.ts";

/** Longest title of a consultation, in characters. */
export const MAX_TITLE = 120;

/** What a list calls a consultation: the title that a person gave it, else that of its plan, else how its request begins. */
export function titleOf(conversation: Conversation): string {
  const { title, plan, last_plan } = conversation;
  const planned = title ?? plan?.title ?? last_plan?.title;
  if (planned !== undefined) return planned;
  return truncated(inOneLine(requestOf(conversation)[0] ?? wordsOf(conversation)[0] ?? ""), MAX_TITLE);
}
