import type { Gate } from "#core/governance/gate/gate.ts";
import { nextGate } from "#core/governance/gate/next-gate.ts";
import { isGateSignal } from "#core/governance/gate/signals.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";
import {
  AGGREGATE_KINDS,
  type AggregateKind,
  type AggregateRef,
  gateKey,
  listPk,
  listSk,
} from "#core/kernel/keys.ts";
import { type AnySignal, aggregateOf, isV1 } from "#core/kernel/ledger/signal-v1.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** Members of the state of every aggregate that can have gates. */
export interface GateSubject {
  readonly tenant: string;
  readonly id: string;
  /** The open gate, or the last closed one until the subject has resumed; null when there is none. */
  readonly gate: Gate | null;
  /** The keys of all requests for which a gate was opened; the nth key belongs to gate number n. */
  readonly gates: readonly string[];
}

export const NO_GATES: Pick<GateSubject, "gate" | "gates"> = { gate: null, gates: [] };

/** `<kind>.<id>.<n>`: a gate's id names its subject. Throws RangeError when it exceeds 64 characters. */
export function gateId({ kind, id }: Pick<AggregateRef, "kind" | "id">, n: number): string {
  const gate = `${kind}.${id}.${n}`;
  if (!ID_PATTERN.test(gate)) throw new RangeError(`'${gate.slice(0, 80)}' is too long for a gate's id`);
  return gate;
}

/** The subject of a gate, from the gate's id. Undefined for an invalid id. */
export function subjectOf(tenant: string, gate: string): AggregateRef | undefined {
  const [, kind, id] = /^([a-z]+)\.(.+)\.[1-9]\d{0,8}$/.exec(gate) ?? [];
  if (id === undefined || !ID_PATTERN.test(gate) || !ID_PATTERN.test(id)) return undefined;
  if (!(AGGREGATE_KINDS as readonly (string | undefined)[]).includes(kind)) return undefined;
  return { tenant, kind: kind as AggregateKind, id };
}

/**
 * The subject after one more signal, with its gate. Throws IllegalTransition for a gate signal that the current gate
 * does not accept. Signals in format v1 never concern gates.
 */
export function reduceGates<S extends GateSubject>(subject: S, signal: AnySignal): S {
  if (isV1(signal) || !isGateSignal(signal)) return subject;
  if (signal.type !== "gantry.gate.opened") return { ...subject, gate: nextGate(subject.gate, signal) };
  const { gate_id, key } = signal.data;
  const isNext = gate_id === gateId(aggregateOf(signal), subject.gates.length + 1);
  if (!isNext || subject.gates.includes(key) || subject.gate?.state === "open")
    throw new GantryError("IllegalTransition", `The gate ${gate_id} cannot be opened now.`, {
      detail: { gate_id, open: subject.gate?.gate_id ?? null },
    });
  return { ...subject, gate: nextGate(null, signal), gates: [...subject.gates, key] };
}

/** The item of a subject's gate, if the gate changed: it is in the subject's partition and in a list of gates. */
export function gateItems({ tenant, gate }: GateSubject, before: GateSubject | null): Item[] {
  if (!gate || gate === before?.gate) return [];
  const list = gate.state === "open" ? "open" : "closed";
  return [
    {
      ...gateKey(subjectOf(tenant, gate.gate_id) as AggregateRef, gate.gate_id),
      state: gate,
      g1: listPk(tenant, "gate", list),
      g1s: listSk(gate.opened_at, gate.gate_id),
    },
  ];
}

/** The subject's gate with this id, if it is open. */
export function openGate({ gate }: GateSubject, gate_id: string): Gate | undefined {
  return gate?.gate_id === gate_id && gate.state === "open" ? gate : undefined;
}
