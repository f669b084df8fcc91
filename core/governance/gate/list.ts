import type { Gate } from "#core/governance/gate/gate.ts";
import { mayDecide } from "#core/governance/gate/judge.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import type { Store } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";

/** Which gates a list shows. */
export interface GateFilters {
  readonly state: "open" | "closed";
  /** Only gates at which the caller may decide, or might have. */
  readonly mine: boolean;
}

/** The tenant's gates, newest first by when they were opened. */
export async function listGates(
  services: { readonly store: Store },
  caller: HumanCaller,
  { state, mine, ...page }: Pick<PageRequest, "limit" | "cursor"> & GateFilters,
): Promise<ListPage<Gate>> {
  const whose = mine ? caller.principal : undefined;
  const scope = { tenant: caller.tenant, kind: "gate", status: state, filters: { whose } };
  return readPage<Gate>(services, scope, page, mine ? (gate) => mayDecide(gate, caller) : undefined);
}
