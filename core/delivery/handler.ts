import type { Measure } from "#core/delivery/measure.ts";
import type { WithPush } from "#core/delivery/push.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

/** The services of every handler. */
export type DeliveryServices = WithLedger & WithStore & WithWorkflows & WithPush & WithClock;

/** The signals of one aggregate in a batch for one handler: at least one, ordered by sequence, without duplicates. */
export interface Run<S = unknown> {
  readonly handler: Handler<S>;
  readonly ref: AggregateRef;
  readonly entries: readonly [OutboxEntry, ...OutboxEntry[]];
}

/**
 * Handles signals of certain types. The stream delivers at least once, so a handler can be called again for signals
 * that it has handled, also after a failure of another handler: it must be idempotent or take receipts
 * (core/delivery/receipts.ts). When it throws, all signals of the run are delivered again. `S` are services that it
 * needs in addition to those of every handler.
 */
export interface Handler<S = unknown> {
  readonly name: string;
  handle(services: DeliveryServices & S, run: Run<S>, observer: Observer): Promise<void>;
}

/** Logs, metrics and traces of the delivery. `log` and `emit` never throw. */
export interface Observer {
  /** Runs `work` so that its log lines, metrics and trace name the run. Rethrows what `work` throws. */
  around(run: Run, work: () => Promise<void>): Promise<void>;
  log(level: "info" | "warn", message: string, fields: Readonly<Record<string, unknown>>): void;
  emit(measures: readonly Measure[]): void;
}
