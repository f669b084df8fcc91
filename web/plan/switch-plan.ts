import { client } from "../service/client.ts";
import { refreshConversation } from "../service/queries.ts";
import { expectChange } from "./seen-plans.ts";

/** What is switched on or off. */
export interface Switches {
  readonly features?: readonly { readonly id: string; readonly included: boolean }[];
  readonly deploy?: boolean;
  readonly publish?: boolean;
}

/** Switches something of the plan that is shown, and shows the plan that follows. Rejects if it has changed since. */
export async function switchPlan(conversation: string, hash: string, switches: Switches): Promise<void> {
  expectChange(conversation);
  try {
    await client.consult({ conversation_id: conversation, plan_hash: hash, ...switches });
  } finally {
    await refreshConversation(conversation);
  }
}
