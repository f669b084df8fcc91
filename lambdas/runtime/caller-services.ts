import type { TenantData, WithTenants } from "#core/evidence/tenants.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import { createLedger, type WithLedger } from "#core/kernel/ledger/ledger.ts";
import { splitStore } from "#core/kernel/ledger/split-store.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { createBudget, type WithBudget } from "#core/model/budget.ts";

/** The services of a function itself: common items of the table, and tenants' data only through `tenants`. */
type CommonServices = WithClock & WithIds & WithStore & WithTenants;

/** The services on the data of one tenant. */
type TenantServices = WithStore & WithLedger & WithArtifacts & WithVault & WithBudget;

/**
 * The services for one caller: data access has the credentials of the caller's tenant, other services are shared. For a
 * caller without a tenant, data access throws Internal.
 */
export function servicesForCaller<C extends CommonServices>(
  common: C,
  { tenant }: Pick<Caller, "tenant">,
): C & TenantServices {
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
