import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { type BriefReply, briefReplyOf } from "#core/factory/conversation/reply.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";

/** Filters of a list of consultations; all of them must match. */
export interface ConversationFilters {
  readonly state?: Conversation["status"] | undefined;
  /** The same, in the words of the consultant. */
  readonly status?: BriefReply["status"] | undefined;
  /** The project name of the plan. */
  readonly project?: string | undefined;
}

/** A page of the tenant's consultations, newest first. */
export async function listConversations(
  services: WithStore,
  { tenant }: Caller,
  { limit, cursor, from, to, state, status, project }: PageRequest & ConversationFilters,
): Promise<ListPage<Conversation>> {
  const scope = { tenant, kind: "conversation", filters: { from, to, state, status, project } };
  const unfiltered = [state, status, project].every((filter) => filter === undefined);
  const matches = (conversation: Conversation) =>
    (state === undefined || conversation.status === state) &&
    (status === undefined || briefReplyOf(conversation).status === status) &&
    (project === undefined || conversation.plan?.project_name === project);
  return readPage(services, scope, { limit, cursor, from, to }, unfiltered ? undefined : matches);
}
