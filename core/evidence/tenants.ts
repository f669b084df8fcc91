import type { WithVault } from "#core/evidence/vault.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** A tenant's data, with rights to that tenant's alone. */
export type TenantData = WithStore & WithArtifacts & WithVault;

export interface WithTenants {
  /** Throws Internal when the name is no id. */
  readonly tenants: (tenant: string) => TenantData;
}
