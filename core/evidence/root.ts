import { chainOf } from "#core/evidence/pack.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Ledger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

const PAGE = 500;

/** Every signal of an aggregate, oldest first. */
export async function allSignals(ledger: Ledger, ref: AggregateRef): Promise<Signal[]> {
  const signals: Signal[] = [];
  for (;;) {
    const page = await ledger.signals(ref, signals.length, PAGE);
    signals.push(...page);
    if (page.length < PAGE) return signals;
  }
}

/** Size and RFC 6962 root of a chain. */
export function chainRoot(signals: readonly Signal[]): { size: number; root: string } {
  const { size, root } = chainOf(signals);
  return { size, root };
}
