import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Ids } from "#core/kernel/ids.ts";
import { reservationKey } from "#core/kernel/keys.ts";
import type { Item, Store } from "#core/kernel/ledger/store.ts";
import { microUsdOf, usdOf } from "#core/kernel/micro-usd.ts";
import type { Payer } from "#core/model/model-limits.ts";
import { type Change, type Spending, spendingChanger } from "#core/model/spending.ts";

/** Reserves the cost of model calls before they are made, so that calls side by side cannot overspend. */
export interface Budget {
  /**
   * Reserves millionths of a US dollar for a call that takes at most `ms`. Throws PolicyDenied when the tenant's monthly
   * limit would be exceeded. A reservation that is never settled, because its process died, expires.
   */
  reserve(payer: Payer, micro_usd: number, ms: number): Promise<Reservation>;
}

export interface Reservation {
  /** Replaces the reservation by what the call cost; 0 for a call that used nothing. */
  settle(micro_usd: number): Promise<void>;
}

export interface WithBudget {
  readonly budget: Budget;
}

/** Time after the end of a call in which it must be settled. */
const GRACE_MS = 60_000;
/** Expired reservations that one transaction releases. */
const RELEASED_AT_ONCE = 20;

/** The budget in the table. */
export function createBudget({ store, clock, ids }: { store: Store; clock: Clock; ids: Ids }): Budget {
  const change = spendingChanger({ store, clock });
  return {
    async reserve({ tenant, limits }, micro_usd, ms) {
      const now = clock.now();
      const month = new Date(now).toISOString().slice(0, 7).replace("-", "");
      const expires = new Date(now + ms + GRACE_MS).toISOString();
      const held = { ...reservationKey(tenant, month, expires, ids.make("res")), micro_usd };
      const limit = limits.monthly_usd === null ? Number.POSITIVE_INFINITY : microUsdOf(limits.monthly_usd);
      await change(tenant, month, async (counter) => {
        if (counter.spent + counter.reserved + micro_usd <= limit)
          return {
            counter: { ...counter, reserved: counter.reserved + micro_usd },
            writes: [{ put: held, when: { absent: true } }],
          };
        return (await released(tenant, month, counter)) ?? refuse(counter, micro_usd, limit);
      });
      return { settle: (cost) => settle(tenant, month, held, cost) };
    },
  };

  function settle(tenant: string, month: string, held: Item, cost: number): Promise<void> {
    const micro_usd = held.micro_usd as number;
    return change(tenant, month, async (counter) => {
      const spent = counter.spent + cost;
      const { pk, sk } = held;
      // It is gone if the call took so long that the reservation expired and was released.
      if (!(await store.get({ pk, sk }))) return { counter: { ...counter, spent }, writes: [] };
      const reserved = counter.reserved - micro_usd;
      return {
        counter: { ...counter, spent, reserved },
        writes: [{ delete: { pk, sk }, when: { equals: { micro_usd } } }],
      };
    });
  }

  /** The change that releases expired reservations; null if there are none. It does not do what was to be done. */
  async function released(tenant: string, month: string, counter: Spending): Promise<Change | null> {
    const { pk, sk: now } = reservationKey(tenant, month, new Date(clock.now()).toISOString(), "0");
    const oldest = await store.query({ pk, prefix: "R#", limit: RELEASED_AT_ONCE });
    const over = oldest.filter(({ sk }) => sk < now);
    if (over.length === 0) return null;
    const sum = over.reduce((total, { micro_usd }) => total + (micro_usd as number), 0);
    return {
      again: true,
      counter: { ...counter, reserved: counter.reserved - sum, expired: counter.expired + sum },
      writes: over.map(({ pk, sk, micro_usd }) => ({
        delete: { pk, sk },
        when: { equals: { micro_usd: micro_usd as number } },
      })),
    };
  }
}

function refuse({ spent, reserved }: Spending, wanted: number, limit: number): never {
  const usd = (micro: number) => usdOf(micro).toFixed(2);
  throw new GantryError(
    "PolicyDenied",
    `The policy allows ${usd(limit)} USD a month for models (models.monthly_usd): ${usd(spent)} USD are spent, ${usd(reserved)} USD are reserved for calls that are running, and this call could cost ${usd(wanted)} USD.`,
  );
}
