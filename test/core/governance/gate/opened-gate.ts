import type { Gate } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import type { GateRequest } from "#core/governance/gate/request.ts";
import { gateTermsOf } from "#test/support/gates.ts";

export const ID = "execution.m_1.1";
const OPENED = Date.UTC(2026, 10, 21);

/** So many seconds after the gate was opened. */
export const at = (seconds: number): string => new Date(OPENED + seconds * 1000).toISOString();

/** The first gate of an execution, just opened. */
export function openedGate(change: Partial<GateRequest> = {}): Gate {
  const data = { gate_id: ID, ...gateTermsOf(change) };
  return nextGate(null, { type: "gantry.gate.opened", time: at(0), data });
}
