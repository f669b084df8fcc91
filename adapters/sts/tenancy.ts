import { recent } from "#adapters/cache/recent.ts";
import {
  type SessionCredentials,
  type TenantSessionOptions,
  tenantCredentials,
} from "#adapters/sts/tenant-credentials.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN } from "#core/kernel/ids.ts";

/** Tenants whose clients and credentials stay at hand in one function instance. */
const TENANTS = 100;

/**
 * What is opened with a tenant's credentials, one for each tenant while the function is warm. A name that is no
 * id is Internal before anything is asked for: in the role's policy the tag stands inside of a pattern.
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
