import {
  type Conversation,
  conversationRef,
  conversations,
} from "#core/factory/conversation/conversation.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Opened } from "#core/kernel/ledger/opened.ts";

/** An opened consultation that exists. */
export interface OpenConversation extends Opened<Conversation> {
  readonly state: Conversation;
}

/** Opens a consultation of the caller's tenant. `field` is the request field with its id. Throws NotFound. */
export async function openConversation(
  { ledger }: WithLedger,
  { tenant }: Pick<Caller, "tenant">,
  id: string,
  field = "conversation_id",
): Promise<OpenConversation> {
  const opened = await ledger.open(conversations, conversationRef(tenant, id));
  if (opened.state) return opened as OpenConversation;
  throw new GantryError("NotFound", `There is no consultation ${id}.`, { field });
}
