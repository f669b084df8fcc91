import type { Clock } from "#core/kernel/clock.ts";
import { inTurn } from "#core/kernel/in-turn.ts";
import { usageKey } from "#core/kernel/keys.ts";
import { conflict, retryOnConflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import { type Item, type Store, TransactionRefused, type Write } from "#core/kernel/ledger/store.ts";

/** Calls of one process that may wait for the counter. */
const MAX_WAITING = 100_000;

/** The counter of a tenant's month, in millionths of a US dollar. */
export interface Spending {
  readonly version: number;
  readonly spent: number;
  readonly reserved: number;
  /** Sum of the reservations that expired: what was spent of them is not known. */
  readonly expired: number;
}
const EMPTY: Spending = { version: 0, spent: 0, reserved: 0, expired: 0 };

/** The counter in its item; an empty one if nothing was spent. */
export function spendingIn(item: Item | undefined): Spending {
  const { version, spent, reserved, expired } = (item ?? EMPTY) as Item & Spending;
  return { version, spent, reserved, expired };
}

export interface Change {
  readonly counter: Spending;
  readonly writes: readonly Write[];
  /** Whether to decide once more afterwards. */
  readonly again?: true;
}

/** Instances in this process: each has turns of its own, so that two with different stores do not wait for each other. */
let instances = 0;

/**
 * Returns a function that applies a change to the counter of a tenant's month, after the changes of this process that came
 * before. Processes resolve their races by the version. It throws Conflict when it loses them for 5 s, and what `decide`
 * throws.
 */
export function spendingChanger({ store, clock }: { store: Store; clock: Clock }) {
  const line = `budget ${++instances}`;
  return async (
    tenant: string,
    month: string,
    decide: (counter: Spending) => Promise<Change>,
  ): Promise<void> => {
    const key = usageKey(tenant, month);
    const attempt = async (): Promise<true | undefined> => {
      const before = spendingIn(await store.get(key));
      const { version } = before;
      const { counter, writes, again } = await decide(before);
      const when = version === 0 ? ({ absent: true } as const) : { equals: { version } };
      const changed = await won(store, [
        { put: { ...key, ...counter, version: version + 1 }, when },
        ...writes,
      ]);
      if (!changed) return undefined;
      return again ? attempt() : true;
    };
    const lost = () => conflict("The usage of models is being changed by many calls at once; try again.");
    const turn = inTurn(`${line} ${key.pk}`, MAX_WAITING, () => retryOnConflict(clock, attempt, lost));
    if (!turn) throw lost();
    await turn;
  };
}

async function won(store: Store, writes: readonly Write[]): Promise<boolean> {
  try {
    await store.transact(writes);
    return true;
  } catch (error) {
    if (error instanceof TransactionRefused) return false;
    throw error;
  }
}
