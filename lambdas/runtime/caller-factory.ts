import { lazy } from "#adapters/lazy.ts";
import type { Caller } from "#core/caller.ts";
import type { Factory } from "#core/factory.ts";
import { createLedger } from "#core/ledger/ledger.ts";
import { splitStore } from "#core/ledger/split-store.ts";
import type { ApiFactory } from "#lambdas/runtime/route.ts";

/** What the API itself may use: common items of the table, and no tenant's data but through `tenants`. */
type OwnFactory = Omit<ApiFactory, "ledger" | "artifacts" | "vault"> & Pick<Factory, "tenants">;

/**
 * The factory as one caller may use it: data comes with the rights of the caller's tenant, the rest is shared. A
 * caller without tenant has no data, and a route that asks for some is Internal.
 */
export function factoryFor(own: OwnFactory, { tenant }: Pick<Caller, "tenant">): ApiFactory {
  const data = () => own.tenants(tenant);
  const scoped = lazy({
    store: () => splitStore(own.store, () => data().store),
    ledger: () => createLedger({ store: scoped.store, clock: own.clock, ids: own.ids }),
    artifacts: () => data().artifacts,
    vault: () => data().vault,
  }) as Pick<ApiFactory, "store" | "ledger" | "artifacts" | "vault">;
  return Object.setPrototypeOf(scoped, own) as ApiFactory;
}
