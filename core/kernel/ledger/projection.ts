import type { View } from "#core/kernel/ledger/outbox.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** How signals of one kind of aggregate add up to a state, and how that state is listed. */
export interface Projection<S> {
  reduce(state: S | null, signal: Signal): S;
  /**
   * Whose timeline its signals join, when that is not its own: an id. `state` is null before the first signal, of
   * which `begun` is the data.
   */
  correlation?(state: S | null, begun: Readonly<Record<string, unknown>>): string | undefined;
  /** What people see of it at each of its signals; kept with the signal, so that it is the same for ever. */
  view?(state: S): View;
  /** Types of its signals whose data may be withheld from those who verify the chain. */
  readonly withholdable?: ReadonlySet<string>;
  /**
   * Items that are kept beside the state and follow from it: those that the last signal changed, `before` being the
   * state before it. They are stored in the transaction of the signal.
   */
  items?(state: S, before: S | null): readonly Item[];
  /** Where lists show it, or null for nowhere. */
  listing(state: S): { kind: string; status: string; time: string } | null;
}
