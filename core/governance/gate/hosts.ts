import type { Pins } from "#core/governance/execution/execution.ts";
import type { GateSubject } from "#core/governance/gate/subject.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Ids } from "#core/kernel/ids.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Change } from "#core/kernel/ledger/change.ts";
import type { Ledger } from "#core/kernel/ledger/ledger.ts";
import type { Opened } from "#core/kernel/ledger/opened.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Actor } from "#core/kernel/ledger/signal.ts";

/** The pins of a new execution. */
export type NewPins = { readonly [P in keyof Pins]: NonNullable<Pins[P]> };

/** An execution that a gate starts: its id and requester. */
export interface Begun {
  readonly execution_id: string;
  readonly requester: Actor;
}

/** What a product provides for one kind of subject on which gates are opened. */
export interface GateHost<S extends GateSubject = GateSubject> {
  readonly projection: Projection<S>;
  /** Throws when the subject cannot continue, whatever is decided: it is cancelled or has ended. */
  requireGoing?(state: S): void;
  /** Present when an APPROVE starts an execution; both are stored in one transaction. */
  readonly approval?: {
    makeId(ids: Ids): string;
    begin(state: S, begun: Begun, pins: NewPins): NonNullable<Change["creates"]>;
  };
}

/** Finds the host by the subject's kind and, for executions, by workflow. Undefined for subjects without gates. */
export type GateHosts = (ref: AggregateRef, state: GateSubject) => GateHost | undefined;

export interface HostServices {
  readonly ledger: Ledger;
  readonly hosts: GateHosts;
}

/** A loaded subject with its host. */
export interface OpenSubject {
  readonly ref: AggregateRef;
  readonly host: GateHost;
  readonly state: GateSubject;
  readonly append: Opened<GateSubject>["append"];
}

/** Loads a subject of gates. Throws NotFound when it does not exist or cannot have gates. */
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
