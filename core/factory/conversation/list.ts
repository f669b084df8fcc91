import { type Chat, chatListOf } from "#core/factory/chat/chat.ts";
import { type Conversation, listOf, requestOf } from "#core/factory/conversation/conversation.ts";
import { type AnyConversation, isChat, type Kind } from "#core/factory/conversation/kind.ts";
import { type BriefReply, briefReplyOf } from "#core/factory/conversation/reply.ts";
import { titleOf } from "#core/factory/conversation/title.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";
import { containsEvery, searchWords } from "#core/kernel/list/search-words.ts";

/** Filters of a list of conversations; all of them must match. */
interface ConversationFilters {
  /** Words; each must occur in the title, in what the person said or in the project. */
  readonly q?: string | undefined;
  /** Whether those are listed that were archived, in place of all others. */
  readonly archived?: boolean | undefined;
}

/** Filters of a list of consultations. */
export interface ConsultationFilters extends ConversationFilters {
  readonly state?: Conversation["status"] | undefined;
  /** The same, in the words of the consultant. */
  readonly status?: BriefReply["status"] | undefined;
  /** The project that is changed, or the project name of the plan. */
  readonly project?: string | undefined;
}

/** A page of the tenant's conversations of one kind, or of both, newest first. */
export async function listConversations(
  services: WithStore,
  { tenant }: Caller,
  {
    kind,
    archived,
    limit,
    cursor,
    from,
    to,
    q,
  }: PageRequest & ConversationFilters & { kind?: Kind | undefined },
): Promise<ListPage<AnyConversation>> {
  const lists = { consultation: listOf(archived), chat: chatListOf(archived) };
  const scope = { tenant, kind: kind ? lists[kind] : Object.values(lists), filters: { from, to, q } };
  return readPage(services, scope, { limit, cursor, from, to }, matcher({ q }));
}

/** A page of the tenant's consultations, newest first. */
export async function listConsultations(
  services: WithStore,
  { tenant }: Caller,
  { limit, cursor, from, to, archived, ...filters }: PageRequest & ConsultationFilters,
): Promise<ListPage<Conversation>> {
  const scope = { tenant, kind: listOf(archived), filters: { from, to, ...filters } };
  return readPage<Conversation>(services, scope, { limit, cursor, from, to }, matcher(filters));
}

/** Whether a conversation passes the filters; undefined when there are none. */
function matcher({ q = "", ...filters }: ConsultationFilters) {
  const words = searchWords(q);
  if (Object.values(filters).every((filter) => filter === undefined) && words.length === 0) return undefined;
  return (conversation: AnyConversation) =>
    isChat(conversation)
      ? containsEvery(words, textsOfChat(conversation))
      : hasEvery(conversation, filters) && containsEvery(words, textsOf(conversation));
}

const hasEvery = (conversation: Conversation, { state, status, project }: ConsultationFilters): boolean =>
  (state === undefined || conversation.status === state) &&
  (status === undefined || briefReplyOf(conversation).status === status) &&
  (project === undefined || [conversation.project, conversation.plan?.project_name].includes(project));

const textsOf = (conversation: Conversation): string[] => [
  ...[conversation.id, titleOf(conversation), conversation.plan?.project_name ?? ""],
  ...requestOf(conversation),
];

const textsOfChat = (chat: Chat): string[] => [
  ...[chat.id, titleOf(chat)],
  ...chat.turns.map(({ question }) => question),
];
