import type { WithDirectives } from "#core/directives/approvals.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { GateRequest } from "#core/governance/gate/request.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { Machine } from "#core/workflows/machines.ts";

/** What waits for a decision: a directive, or a step of a data-defined workflow. */
export type Awaits = { readonly directive: string } | { readonly step: string; readonly undo: boolean };

/** Services with which workflows create gate requests. */
export type RequestServices = WithLedger & WithStore & WithArtifacts & WithDirectives;

/** Services with which workflows record decisions. */
export type SettleServices = WithLedger & WithStore;

/** How an execution's state machine is started. */
interface MachineStart {
  readonly machine: Machine;
  /** Plain JSON; the same execution always gives the same input. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The implementation of a workflow. `S` are the services that `start` needs. */
export interface Workflow<S> {
  /** The machine and input for an execution, from its first signal. */
  start(services: S, ref: AggregateRef, begun: Signal): Promise<MachineStart>;
  /** The request for the gate at which an execution waits. */
  request(services: RequestServices, ref: AggregateRef, awaits: Awaits): Promise<GateRequest>;
  /** Applies the decision on a gate to what waits for it. Idempotent. */
  settle(services: SettleServices, ref: AggregateRef, gate: Gate): Promise<void>;
}

/** Finds a workflow by the id in an execution's first signal; undefined when it is unknown. */
export type Registry<S> = (id: string | undefined) => Workflow<S> | undefined;
