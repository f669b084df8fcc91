import { type Conversation, listOf, requestOf } from "#core/factory/conversation/conversation.ts";
import { type BriefReply, briefReplyOf } from "#core/factory/conversation/reply.ts";
import { titleOf } from "#core/factory/conversation/title.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";
import { containsEvery, searchWords } from "#core/kernel/list/search-words.ts";

/** Filters of a list of consultations; all of them must match. */
export interface ConversationFilters {
  readonly state?: Conversation["status"] | undefined;
  /** The same, in the words of the consultant. */
  readonly status?: BriefReply["status"] | undefined;
  /** The project name of the plan. */
  readonly project?: string | undefined;
  /** Words; each must occur in the title, the request or the project. */
  readonly q?: string | undefined;
  /** Whether those are listed that were archived, in place of all others. */
  readonly archived?: boolean | undefined;
}

/** A page of the tenant's consultations, newest first. */
export async function listConversations(
  services: WithStore,
  { tenant }: Caller,
  { limit, cursor, from, to, archived, ...filters }: PageRequest & ConversationFilters,
): Promise<ListPage<Conversation>> {
  const scope = { tenant, kind: listOf(archived), filters: { from, to, ...filters } };
  return readPage(services, scope, { limit, cursor, from, to }, matcher(filters));
}

/** Whether a consultation passes the filters; undefined when there are none. */
function matcher({ state, status, project, q = "" }: ConversationFilters) {
  const words = searchWords(q);
  if ([state, status, project].every((filter) => filter === undefined) && words.length === 0)
    return undefined;
  return (conversation: Conversation) =>
    (state === undefined || conversation.status === state) &&
    (status === undefined || briefReplyOf(conversation).status === status) &&
    (project === undefined || conversation.plan?.project_name === project) &&
    containsEvery(words, textsOf(conversation));
}

const textsOf = (conversation: Conversation): string[] => [
  ...[conversation.id, titleOf(conversation), conversation.plan?.project_name ?? ""],
  ...requestOf(conversation),
];
