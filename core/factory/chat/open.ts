import { type Chat, chatRef, chats } from "#core/factory/chat/chat.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Opened } from "#core/kernel/ledger/opened.ts";

/** An opened chat that exists. */
export interface OpenChat extends Opened<Chat> {
  readonly state: Chat;
}

/** Opens a chat of the caller's tenant. `field` is the request field with its id. Throws NotFound. */
export async function openChat(
  { ledger }: WithLedger,
  { tenant }: Pick<Caller, "tenant">,
  id: string,
  field = "conversation_id",
): Promise<OpenChat> {
  const opened = await ledger.open(chats, chatRef(tenant, id));
  if (opened.state) return opened as OpenChat;
  throw new GantryError("NotFound", `There is no chat ${id}.`, { field });
}
