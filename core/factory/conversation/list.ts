import type { Conversation } from "#core/factory/conversation/conversation.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";

/** Filters of a list of consultations; all of them must match. */
export interface ConversationFilters {
  readonly status?: Conversation["status"] | undefined;
  /** The project name of the plan. */
  readonly project?: string | undefined;
}

/** A page of the tenant's consultations, newest first. */
export async function listConversations(
  services: WithStore,
  { tenant }: Caller,
  { limit, cursor, from, to, status, project }: PageRequest & ConversationFilters,
): Promise<ListPage<Conversation>> {
  const scope = { tenant, kind: "conversation", filters: { from, to, status, project } };
  const unfiltered = status === undefined && project === undefined;
  const matches = ({ status: is, plan }: Conversation) =>
    (status === undefined || is === status) && (project === undefined || plan?.project_name === project);
  return readPage(services, scope, { limit, cursor, from, to }, unfiltered ? undefined : matches);
}
