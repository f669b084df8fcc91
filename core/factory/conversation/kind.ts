import { CHAT_PREFIX, type Chat } from "#core/factory/chat/chat.ts";
import { openChat } from "#core/factory/chat/open.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import type { Filed } from "#core/factory/conversation/filed.ts";
import { findConsultation } from "#core/factory/conversation/find.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Opened } from "#core/kernel/ledger/opened.ts";

/** What a conversation is for: a consultation leads to a plan, a chat answers questions. */
export const KINDS = ["consultation", "chat"] as const;
export type Kind = (typeof KINDS)[number];

export type AnyConversation = Conversation | Chat;

export const isChat = (conversation: AnyConversation): conversation is Chat => "turns" in conversation;

const isChatId = (id: string): boolean => id.startsWith(`${CHAT_PREFIX}_`);

/** The conversation with this id, or the consultation of the mission with this id. Throws NotFound. */
export async function findAnyConversation(
  services: WithLedger,
  caller: Caller,
  id: string,
): Promise<AnyConversation> {
  if (isChatId(id)) return (await openChat(services, caller, id, "id")).state;
  return findConsultation(services, caller, id);
}

/** Opens the conversation with this id, to be filed. Throws NotFound. */
export async function openAnyConversation(
  services: WithLedger,
  caller: Caller,
  id: string,
): Promise<Opened<AnyConversation & Filed>> {
  const open = isChatId(id) ? openChat : openConversation;
  return (await open(services, caller, id, "id")) as Opened<AnyConversation>;
}
