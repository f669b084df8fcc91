import { type Access, mayUse } from "#core/identity/authorise.ts";
import { type Caller, callerSchema } from "#core/identity/caller.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { lookupKey } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { TransactionRefused, type WithStore } from "#core/kernel/ledger/store.ts";

const TICKET_SECONDS = 30;

/** The access that watching a mission requires, both when a ticket is issued and when it is used. */
export const WATCH = { right: "read", scope: "missions:read" } as const satisfies Access;

export interface Ticket {
  readonly caller: Caller;
  readonly mission_id: string;
}

/** Issues a ticket that opens one WebSocket for one mission, once, within 30 seconds. Throws NotFound. */
export async function issueTicket(
  { store, clock, ids, ledger }: WithStore & WithClock & WithIds & WithLedger,
  caller: Caller,
  mission_id: string,
): Promise<{ ticket: string; expires_in: number }> {
  if (!(await ledger.load({ tenant: caller.tenant, kind: "execution", id: mission_id }))) {
    throw new GantryError("NotFound", `There is no mission ${mission_id}.`, { field: "mission_id" });
  }
  const ticket = ids.secret();
  const expires = clock.now() + TICKET_SECONDS * 1000;
  await store.transact([
    {
      put: {
        ...ticketKey(ticket),
        kind: "ticket",
        caller,
        mission_id,
        expires,
        ttl: Math.ceil(expires / 1000),
      },
    },
  ]);
  return { ticket, expires_in: TICKET_SECONDS };
}

/**
 * Uses a ticket. Undefined when it is unknown, used or expired, or when its holder may no longer read. A conditional
 * delete makes sure that it is used only once.
 */
export async function spendTicket(
  { store, clock }: WithStore & WithClock,
  ticket: string,
): Promise<Ticket | undefined> {
  const key = ticketKey(ticket);
  const item = await store.get(key);
  if (item?.kind !== "ticket") return undefined;
  try {
    await store.transact([{ delete: key, when: { equals: { kind: "ticket" } } }]);
  } catch (error) {
    if (error instanceof TransactionRefused) return undefined;
    throw error;
  }
  const caller = callerSchema.safeParse(item.caller).data;
  return caller && (item.expires as number) > clock.now() && mayUse(caller, WATCH)
    ? { caller, mission_id: item.mission_id as string }
    : undefined;
}

function ticketKey(ticket: string) {
  return lookupKey(sha256Hex(`ticket\n${ticket}`));
}
