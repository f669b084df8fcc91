import type { Filed } from "#core/factory/conversation/filed.ts";
import { actorOf } from "#core/identity/actor.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { Opened } from "#core/kernel/ledger/opened.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";

/** How a person keeps a conversation in order. */
export interface Filing {
  /** Null for the title that it has by itself. */
  readonly title?: string | null | undefined;
  /** Whether it is left out of lists. */
  readonly archived?: boolean | undefined;
}

/** Names and archives a conversation of either kind; what was said and planned stays as it is. */
export async function fileConversation<S extends Filed>(
  opened: Opened<S>,
  caller: Caller,
  filing: Filing,
): Promise<S> {
  const actor = actorOf(caller);
  const { state } = await opened.append((current) => ({
    drafts: filingDrafts(current as S, filing).map((draft) => ({ ...draft, actor })),
  }));
  return state;
}

/** The signals of what becomes different. */
function filingDrafts(current: Filed, { title, archived }: Filing): Omit<SignalDraft, "actor">[] {
  return [
    ...(title !== undefined && title !== (current.title ?? null)
      ? [{ type: "gantry.conversation.renamed", data: { title } }]
      : []),
    ...(archived !== undefined && archived !== (current.archived ?? false)
      ? [{ type: "gantry.conversation.archived", data: { archived } }]
      : []),
  ];
}
