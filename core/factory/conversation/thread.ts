import { type Conversation, conversationRef } from "#core/factory/conversation/conversation.ts";
import { isShownTo } from "#core/factory/conversation/shown-to.ts";
import type { DeviceCaller } from "#core/identity/caller.ts";
import { DAY_MS, type WithClock } from "#core/kernel/clock.ts";
import { deviceKey } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** The consultation that a device was told of last. */
export interface Thread {
  readonly conversation: Conversation;
  /** Milliseconds since. */
  readonly age: number;
}

/**
 * The consultation that the device was told of last, within a day. Null for none, for one that was archived, and for one in
 * which another device or person has spoken since.
 */
export async function findThread(
  { store, ledger, clock }: WithStore & WithLedger & WithClock,
  caller: DeviceCaller,
): Promise<Thread | null> {
  const kept = await store.get(deviceKey(caller.tenant, caller.device));
  if (!kept) return null;
  const age = clock.now() - (kept.told_at as number);
  const ref = conversationRef(caller.tenant, kept.conversation_id as string);
  const conversation = await ledger.load<Conversation>(ref);
  if (!conversation || conversation.archived || age >= DAY_MS) return null;
  return isShownTo(conversation, caller) ? { conversation, age } : null;
}

/** Keeps which consultation the device is told of, for a day: a yes confirms no plan that is older. */
export async function keepThread(
  { store, clock }: WithStore & WithClock,
  { tenant, device }: DeviceCaller,
  { id: conversation_id }: Conversation,
): Promise<void> {
  const told_at = clock.now();
  const ttl = Math.ceil((told_at + DAY_MS) / 1000);
  await store.transact([
    { put: { ...deviceKey(tenant, device), kind: "device", conversation_id, told_at, ttl } },
  ]);
}
