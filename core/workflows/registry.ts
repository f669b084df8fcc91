import type { WithDirectives } from "#core/directives/approvals.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { GateHost } from "#core/governance/gate/hosts.ts";
import type { GateRequest } from "#core/governance/gate/request.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { Machine } from "#core/workflows/machines.ts";

/** What an execution awaits a decision on: a directive, or a step of a workflow that is data. */
export type Awaits = { readonly directive: string } | { readonly step: string; readonly undo: boolean };

/** What workflows make their gates of, and record decisions with. */
export type WorkflowServices = WithLedger & WithStore & WithArtifacts & WithDirectives;

/** What an execution's machine is started with. */
interface MachineStart {
  readonly machine: Machine;
  /** Plain JSON; the same execution always gives the same input. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What the product knows of the executions of one workflow. `S` is what starting one takes. */
export interface Workflow<S> {
  /** Their projection, and whether they go on. */
  readonly host: GateHost;
  /** What the first signal of an execution starts. */
  start(services: S, ref: AggregateRef, begun: Signal): Promise<MachineStart>;
  /** The gate for what an execution awaits a decision on. */
  request(services: WorkflowServices, ref: AggregateRef, awaits: Awaits): Promise<GateRequest>;
  /** Records what the decision on a gate means for what awaited it. Idempotent. */
  settle(services: WorkflowServices, ref: AggregateRef, gate: Gate): Promise<void>;
}

/** The workflow of an execution, by the id that its first signal names; undefined for one that is not known here. */
export type Registry<S> = (id: string | undefined) => Workflow<S> | undefined;
