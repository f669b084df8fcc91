import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { actorOf } from "#core/identity/actor.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";

/** How a person keeps a consultation in order. */
export interface Filing {
  /** Null for the title of its plan. */
  readonly title?: string | null | undefined;
  /** Whether it is left out of lists. */
  readonly archived?: boolean | undefined;
}

/** Names and archives a consultation; what was said and planned stays as it is. Throws NotFound. */
export async function fileConversation(
  services: WithLedger,
  caller: Caller,
  id: string,
  filing: Filing,
): Promise<Conversation> {
  const opened = await openConversation(services, caller, id, "id");
  const { state } = await opened.append((current) => ({
    drafts: filingDrafts(current as Conversation, filing).map((draft) => ({
      ...draft,
      actor: actorOf(caller),
    })),
  }));
  return state as Conversation;
}

/** The signals of what becomes different. */
function filingDrafts(current: Conversation, { title, archived }: Filing): Omit<SignalDraft, "actor">[] {
  return [
    ...(title !== undefined && title !== (current.title ?? null)
      ? [{ type: "gantry.conversation.renamed", data: { title } }]
      : []),
    ...(archived !== undefined && archived !== (current.archived ?? false)
      ? [{ type: "gantry.conversation.archived", data: { archived } }]
      : []),
  ];
}
