import type { TenantData, WithTenants } from "#core/evidence/tenants.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import { splitStore } from "#core/kernel/ledger/split-store.ts";
import { createBudget } from "#core/model/budget.ts";
import type { ApiServices } from "#lambdas/runtime/route.ts";

/** The services of the API itself: common items of the table, and tenants' data only through `tenants`. */
type CommonServices = Omit<ApiServices, "ledger" | "artifacts" | "vault" | "budget"> & WithTenants;

/**
 * The services for one caller: data access has the credentials of the caller's tenant, other services are shared. For a
 * caller without a tenant, data access throws Internal.
 */
export function servicesForCaller(common: CommonServices, { tenant }: Pick<Caller, "tenant">): ApiServices {
  const { artifacts, vault, store: ofTenant } = tenant === "" ? WITHOUT_TENANT : common.tenants(tenant);
  const store = splitStore(common.store, () => ofTenant);
  const ledger = createLedger({ store, clock: common.clock, ids: common.ids });
  const budget = createBudget({ store, clock: common.clock, ids: common.ids });
  return { ...common, store, ledger, artifacts, vault, budget };
}

const refuse = (): Promise<never> =>
  Promise.reject(new GantryError("Internal", "Access to a tenant's data requires a tenant."));

const WITHOUT_TENANT: TenantData = {
  store: { get: refuse, query: refuse, transact: refuse },
  artifacts: {
    put: refuse,
    get: refuse,
    exists: refuse,
    presignGet: refuse,
    presignPut: refuse,
    presignUpload: refuse,
  },
  vault: { seal: refuse, read: refuse, presignGet: refuse },
};
