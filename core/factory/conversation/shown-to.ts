import {
  type Conversation,
  conversationRef,
  conversations,
} from "#core/factory/conversation/conversation.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import type { Caller } from "#core/identity/caller.ts";
import { DAY_MS, type WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { readPage } from "#core/kernel/list/read-page.ts";

/** The device that a caller speaks from: a personal device, or a session, which its log-in distinguishes. */
export function deviceOf(caller: Caller): string {
  return "device" in caller && caller.device ? caller.device : `session ${caller.auth_time}`;
}

/**
 * Requires that the caller was the last to speak, so that a bare yes means the plan that the caller saw. Throws
 * StalePlan.
 */
export function requireShownTo({ shown_to, owner, plan_hash }: Conversation, { principal }: Caller): void {
  if ((shown_to?.principal ?? owner) === principal) return;
  throw new GantryError(
    "StalePlan",
    "Another person has changed the plan since; read it again and confirm it by its hash.",
    { field: "message", detail: { plan_hash } },
  );
}

/** Whether the newest message came from the device that the caller speaks from, so that the reply was shown there. */
export const isShownTo = ({ shown_to }: Conversation, caller: Caller): boolean =>
  shown_to?.principal === caller.principal && shown_to.device === deviceOf(caller);

/** The error of a yes from a device that was shown no plan which still waits. */
export const noPlanShown = (field: string): GantryError =>
  new GantryError(
    "StalePlan",
    "No plan that this device was told waits for a yes: there is none from the last day, or another device has changed it since. Ask for it again.",
    { field },
  );

/**
 * The caller's newest plan that waits for its confirmation, if it was shown to the device that the caller speaks from
 * within the last day; otherwise null. A yes that names no plan confirms none that is older.
 */
export async function findWaitingPlan(
  services: WithStore & WithClock & WithLedger,
  caller: Caller,
): Promise<OpenConversation | null> {
  const { tenant, principal } = caller;
  const scope = { tenant, kind: "conversation", filters: {} };
  const from = new Date(services.clock.now() - DAY_MS).toISOString();
  const isWaiting = (state: Conversation) =>
    state.status === "awaiting_confirmation" && state.shown_to?.principal === principal;
  const { entries } = await readPage<Conversation>(services, scope, { limit: 1, from }, isWaiting);
  const [newest] = entries;
  if (!newest || newest.shown_to?.device !== deviceOf(caller)) return null;
  const opened = await services.ledger.open(conversations, conversationRef(tenant, newest.id));
  return opened.state && isWaiting(opened.state) ? (opened as OpenConversation) : null;
}
