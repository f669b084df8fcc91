import type { WithVault } from "#core/evidence/vault.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Access to the data of one tenant and of no other. */
export type TenantData = WithStore & WithArtifacts & WithVault;

export interface WithTenants {
  /** Throws Internal when `tenant` is not a valid id. */
  readonly tenants: (tenant: string) => TenantData;
}
