import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type AggregateRef, metaKey } from "#core/kernel/keys.ts";
import {
  type Change,
  type ChangeServices,
  planAmendment,
  planChange,
  type Stored,
  storedOf,
} from "#core/kernel/ledger/change.ts";
import { findDuplicate } from "#core/kernel/ledger/duplicate.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { conflict, retryOnConflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { type Store, TransactionRefused, type Write } from "#core/kernel/ledger/store.ts";

export interface LedgerServices extends ChangeServices {
  readonly store: Store;
  readonly clock: Clock;
}

export type Decide<S> = (state: S | null) => Change | null;

export interface Appended<S> {
  readonly state: S;
  readonly signals: readonly Signal[];
  /** Present when a signal with the same dedupe key already exists: its id. Nothing was written. */
  readonly duplicate_of?: string;
}

/** An aggregate that is read once and appended to several times. */
export interface Opened<S> {
  /** The last known state; null before the first signal. Other writers may have changed it since. */
  readonly state: S | null;
  /**
   * Calls `decide` with the last known state and commits its change in one transaction, which fails when another
   * writer has changed the aggregate since; then the aggregate is read and `decide` called again. So a change always
   * applies to the state that `decide` saw, without a read before each change. When `decide` returns null, nothing
   * changes. Throws what `decide` throws, IdempotencyMismatch when a dedupe key was used for a different fact, and
   * Conflict with `retry_after_seconds` when all attempts conflicted.
   */
  append(decide: Decide<S>): Promise<Appended<S>>;
  /**
   * Changes the state without a signal, for what the log cannot contain, such as its own seal. Null changes nothing.
   * Throws NotFound before the first signal, otherwise like `append`.
   */
  amend(decide: (state: S) => S | null): Promise<S>;
}

/** Reads an aggregate; see {@link Opened}. */
export async function openAggregate<S>(
  services: LedgerServices,
  projection: Projection<S>,
  ref: AggregateRef,
): Promise<Opened<S>> {
  const { store, clock } = services;
  let stored = await read();
  /** Whether the stored state may be newer: another writer's change, or our own write without a reply. */
  let isBehind = false;
  return {
    get state() {
      return stored.state;
    },
    append: (decide) => retryOnConflict(clock, () => tryAppend(decide), lost),
    amend: (decide) => retryOnConflict(clock, () => tryAmend(decide), lost),
  };

  function lost(): GantryError {
    return conflict(`Conflict with concurrent changes of ${ref.id}; try again.`, { id: ref.id });
  }

  async function read(): Promise<Stored<S>> {
    return storedOf(await store.get(metaKey(ref)));
  }

  async function refresh(): Promise<void> {
    stored = await read();
    isBehind = false;
  }

  /** Undefined when another writer changed the aggregate first. */
  async function tryAppend(decide: Decide<S>): Promise<Appended<S> | undefined> {
    if (isBehind) await refresh();
    const change = decide(stored.state);
    if (!change || change.drafts.length === 0) return { state: stored.state as S, signals: [] };
    const { drafts, next, signals, writes } = planChange(services, projection, ref, stored, change);
    const refusal = await commit(next, writes);
    if (!refusal) return { state: next.state as S, signals };
    const winner = findDuplicate(ref, drafts, refusal);
    if (!winner) return undefined;
    await refresh();
    return { state: stored.state as S, signals: [], duplicate_of: winner };
  }

  /** Undefined when another writer changed the aggregate first. */
  async function tryAmend(decide: (state: S) => S | null): Promise<S | undefined> {
    if (isBehind) await refresh();
    if (stored.state === null) throw new GantryError("NotFound", `There is no ${ref.id}.`);
    const state = decide(stored.state);
    if (!state) return stored.state;
    const { next, writes } = planAmendment(projection, ref, stored.head, state);
    return (await commit(next, writes)) ? undefined : state;
  }

  /** Stores the next state. Returns the refusal when another writer changed the aggregate first. */
  async function commit(next: Stored<S>, writes: readonly Write[]): Promise<TransactionRefused | undefined> {
    isBehind = true;
    try {
      await store.transact(writes);
    } catch (error) {
      if (error instanceof TransactionRefused) return error;
      throw error;
    }
    stored = next;
    isBehind = false;
    return undefined;
  }
}
