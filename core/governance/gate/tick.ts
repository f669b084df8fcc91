import { findGate } from "#core/governance/gate/find.ts";
import { approversAfterEscalation, dueAtMs, expiresAtMs, type Gate } from "#core/governance/gate/gate.ts";
import { type HostServices, openSubject } from "#core/governance/gate/hosts.ts";
import {
  decisionDrafts,
  escalationDrafts,
  executionOf,
  systemRejection,
} from "#core/governance/gate/plan.ts";
import { type GateSubject, openGate } from "#core/governance/gate/subject.ts";
import type { Clock } from "#core/kernel/clock.ts";
import type { AggregateKind } from "#core/kernel/keys.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

export interface TickServices extends HostServices {
  readonly store: Pick<Store, "get">;
  readonly clock: Pick<Clock, "now">;
}

/**
 * Escalates a gate when that is due, or records the system's REJECT when it has expired; otherwise changes nothing.
 * Returns when the next change is due, in epoch milliseconds; for a closed gate, when it was closed.
 */
export async function tick(
  services: TickServices,
  { tenant, gate: gate_id }: { readonly tenant: string; readonly gate: string },
): Promise<{ until_ms: number }> {
  const { ref, gate } = await findGate(services, tenant, gate_id);
  if (!isDue(gate, services.clock.now())) return { until_ms: dueAtMs(gate) };
  const { append } = await openSubject(services, ref);
  await append((state) => {
    const open = state && openGate(state, gate_id);
    const now = services.clock.now();
    return open && isDue(open, now) ? { drafts: dueDrafts(ref.kind, state, open, now) } : null;
  });
  const { gate: after } = await findGate(services, tenant, gate_id);
  return { until_ms: dueAtMs(after) };
}

export const isDue = (gate: Gate, now: number): boolean => gate.state === "open" && now >= dueAtMs(gate);

function dueDrafts(kind: AggregateKind, subject: GateSubject, gate: Gate, now: number): SignalDraft[] {
  if (now < expiresAtMs(gate)) return escalationDrafts(gate, approversAfterEscalation(gate));
  const rejection = systemRejection(
    gate,
    executionOf(kind, subject),
    "No decision was made within the time limit.",
  );
  return decisionDrafts(subject, rejection);
}
