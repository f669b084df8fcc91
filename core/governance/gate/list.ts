import type { Gate } from "#core/governance/gate/gate.ts";
import { mayDecide } from "#core/governance/gate/judge.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { Store } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";

/** Filters of a list of gates. */
export interface GateFilters {
  readonly state: "open" | "closed";
  /** Only gates on which the caller may decide or, once closed, could have decided. */
  readonly mine: boolean;
}

/** A page of the tenant's gates, newest first by opening time. */
export async function listGates(
  services: { readonly store: Store },
  caller: HumanCaller,
  { state, mine, ...page }: Pick<PageRequest, "limit" | "cursor"> & GateFilters,
): Promise<ListPage<Gate>> {
  const whose = mine ? caller.principal : undefined;
  const scope = { tenant: caller.tenant, kind: "gate", status: state, filters: { whose } };
  return readPage<Gate>(services, scope, page, mine ? (gate) => mayDecide(gate, caller) : undefined);
}
