import type { Pins } from "#core/governance/execution/execution.ts";
import type { GateSubject } from "#core/governance/gate/subject.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Ids } from "#core/kernel/ids.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Ledger } from "#core/kernel/ledger/ledger.ts";
import type { Change, Opened } from "#core/kernel/ledger/opened.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Actor } from "#core/kernel/ledger/signal.ts";

/** What an execution that begins now is pinned to. */
export type NewPins = { readonly [P in keyof Pins]: NonNullable<Pins[P]> };

/** An execution that a gate lets begin: its id, and who asked for it. */
export interface Begun {
  readonly execution_id: string;
  readonly requester: Actor;
}

/** What a product says about one kind of subject that gates are opened on. */
export interface GateHost<S extends GateSubject = GateSubject> {
  readonly projection: Projection<S>;
  /** Throws where nothing more may happen to the subject, whatever is decided: it is cancelled, or has ended. */
  requireGoing?(state: S): void;
  /** Where an APPROVE begins an execution, in its own transaction. */
  readonly approval?: {
    makeId(ids: Ids): string;
    begin(state: S, begun: Begun, pins: NewPins): NonNullable<Change["creates"]>;
  };
}

/** The table of hosts, by the subject's kind and, of executions, by their workflow. Undefined where it has no gates. */
export type GateHosts = (ref: AggregateRef, state: GateSubject) => GateHost | undefined;

export interface HostServices {
  readonly ledger: Ledger;
  readonly hosts: GateHosts;
}

/** A subject that was read, with its host. */
export interface OpenSubject {
  readonly ref: AggregateRef;
  readonly host: GateHost;
  readonly state: GateSubject;
  readonly append: Opened<GateSubject>["append"];
}

/** Reads a subject of gates. Throws NotFound where there is none. */
export async function openSubject({ ledger, hosts }: HostServices, ref: AggregateRef): Promise<OpenSubject> {
  const state = await ledger.load<GateSubject>(ref);
  const host = state ? hosts(ref, state) : undefined;
  if (!host) throw new GantryError("NotFound", `There are no gates on ${ref.kind} ${ref.id}.`);
  const opened = await ledger.open(host.projection, ref);
  return {
    ref,
    host,
    append: opened.append,
    get state() {
      return opened.state as GateSubject;
    },
  };
}
