import { recent } from "#adapters/cache/recent.ts";
import {
  type SessionCredentials,
  type TenantSessionOptions,
  tenantCredentials,
} from "#adapters/sts/tenant-credentials.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";

/** Maximum number of tenants whose clients and credentials are cached in one function instance. */
const TENANTS = 100;

/**
 * Returns a function that opens resources with a tenant's credentials, once per tenant while the function is warm.
 * Throws Internal for an invalid id before any request, because the role's policy uses the tag inside a pattern.
 */
export function createTenancy<T>(
  options: TenantSessionOptions,
  open: (credentials: () => Promise<SessionCredentials>) => T,
  limit = TENANTS,
): (tenant: string) => T {
  const openFor = recent(limit, (tenant) => open(tenantCredentials(options, tenant)));
  return (tenant) => {
    if (!ID_PATTERN.test(tenant))
      throw new GantryError("Internal", "Access to a tenant's data requires a tenant.");
    return openFor(tenant);
  };
}
