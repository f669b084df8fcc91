import type { View } from "#core/kernel/ledger/outbox.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** How the state of a kind of aggregate is computed from its signals, and how it is listed. */
export interface Projection<S> {
  reduce(state: S | null, signal: Signal): S;
  /**
   * The correlation id of its signals, if that is not its own id. `state` is null before the first signal, whose data
   * is `begun`.
   */
  correlation?(state: S | null, begun: Readonly<Record<string, unknown>>): string | undefined;
  /** What people see of it at each signal; stored with the signal, so that it never changes. */
  view?(state: S): View;
  /** Types of its signals whose data may be withheld from verifiers of the chain. */
  readonly withholdable?: ReadonlySet<string>;
  /**
   * Items that are derived from the state and that the last signal changed; `before` is the state before that signal.
   * They are stored in the transaction of the signal.
   */
  items?(state: S, before: S | null): readonly Item[];
  /** Its position in lists; null if it is not listed. */
  listing(state: S): { kind: string; status: string; time: string } | null;
}
