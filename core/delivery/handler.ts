import type { Measure } from "#core/delivery/measure.ts";
import type { WithPush } from "#core/delivery/push.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

/** What every handler works with. */
export type DeliveryServices = WithLedger & WithStore & WithWorkflows & WithPush & WithClock;

/** The signals of one aggregate in a batch that one handler takes: by sequence, each once, at least one. */
export interface Run<S = unknown> {
  readonly handler: Handler<S>;
  readonly ref: AggregateRef;
  readonly entries: readonly [OutboxEntry, ...OutboxEntry[]];
}

/**
 * Does one thing for every signal of its types. The stream delivers at least once, so a handler is called again for
 * signals that it has handled, after a failure of its own or of another handler: it has to be idempotent by nature
 * or to take a receipt (core/delivery/receipts.ts). What it throws brings all signals of the run again. `S` is what it
 * works with beside the services of all.
 */
export interface Handler<S = unknown> {
  readonly name: string;
  handle(services: DeliveryServices & S, run: Run<S>, observer: Observer): Promise<void>;
}

/** Where operators see what is delivered. Lines and measures never fail. */
export interface Observer {
  /** Surrounds one run, so that its lines, measures and trace name what it is about. Rethrows what `work` throws. */
  around(run: Run, work: () => Promise<void>): Promise<void>;
  log(level: "info" | "warn", message: string, fields: Readonly<Record<string, unknown>>): void;
  emit(measures: readonly Measure[]): void;
}
