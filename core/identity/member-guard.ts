import { DAY_MS, type WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { lookupKey } from "#core/kernel/keys.ts";
import { changeItem } from "#core/kernel/ledger/change-item.ts";
import type { Item, WithStore } from "#core/kernel/ledger/store.ts";

/**
 * Arbitrates, across processes, between log-ins of a user, the end of the user's sessions and changes of the password.
 * The generation grows whenever sessions are ended. A log-in that began in an earlier generation must not remain.
 */

type Services = WithStore & WithClock;

/** A change of a password takes less. A process that dies leaves the lock for this time. */
const LOCK_MS = 30_000;

const guardKey = (user: string) => lookupKey(sha256Hex(`member\n${user}`));
const generationIn = (item: Item | undefined) => (item?.generation as number | undefined) ?? 0;

/** The current generation of the user's sessions. */
export async function readGeneration({ store }: WithStore, user: string): Promise<number> {
  return generationIn(await store.get(guardKey(user)));
}

/** Begins a new generation. Log-ins that have begun and not ended end without a session. */
export async function beginGeneration(services: Services, user: string): Promise<void> {
  await change(services, user, (item) => ({
    generation: generationIn(item) + 1,
    ...(item?.locked_until === undefined ? {} : { locked_until: item.locked_until }),
  }));
}

/** Runs `act` unless the password of this user is being changed already: then throws Conflict. */
export async function whileLocked<R>(services: Services, user: string, act: () => Promise<R>): Promise<R> {
  const { clock } = services;
  await change(services, user, (item) => {
    if (((item?.locked_until as number | undefined) ?? 0) > clock.now()) throw busy();
    return { generation: generationIn(item), locked_until: clock.now() + LOCK_MS };
  });
  try {
    return await act();
  } finally {
    await change(services, user, (item) => ({ generation: generationIn(item) }));
  }
}

async function change(
  { store, clock }: Services,
  user: string,
  alter: (item: Item | undefined) => object,
): Promise<void> {
  // An item that expires resets the generation: no log-in takes a day.
  await changeItem({ store, clock }, guardKey(user), busy, (item) => ({
    ...alter(item),
    ttl: Math.ceil((clock.now() + DAY_MS) / 1000),
  }));
}

const busy = () =>
  new GantryError("Conflict", "The password or the sessions of this user are being changed. Try again.");
