import { isShared, type Share, shareDigest, shareRef } from "#core/factory/mission/share/share.ts";
import { sharedItemSchema, shareLookup } from "#core/factory/mission/share/share-lookup.ts";
import { networkOf } from "#core/identity/address.ts";
import { SHARE_LIMITS } from "#core/identity/limits.ts";
import { countAgainst, type RateLimit } from "#core/identity/rate-limit.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** A request by a link: its token, and the client's address. */
export interface ShareRequest {
  readonly token: string;
  readonly address: string;
}

/** A shared mission that a link leads to, with the services on the data of its tenant. */
export interface OpenedShare<S> {
  readonly services: S;
  readonly tenant: string;
  readonly share: Share;
  readonly limits: readonly RateLimit[];
}

/**
 * Opens a link. `servicesFor` returns the services on a tenant's data. Throws NotFound, the same for a link that was
 * revoked as for one that never was, and TooManyRequests.
 */
export async function openShare<S extends WithLedger>(
  services: WithStore & WithClock,
  servicesFor: (of: { readonly tenant: string }) => S,
  { token, address }: ShareRequest,
  kind: "share" | "share-evidence" = "share",
): Promise<OpenedShare<S>> {
  const byAddress = await countAgainst(services, [
    ["share-address", networkOf(address), SHARE_LIMITS.address],
  ]);
  const digest = shareDigest(token);
  const found = sharedItemSchema.safeParse(await services.store.get(shareLookup(digest))).data;
  if (!found) throw nothing();
  const { tenant, mission_id } = found;
  const own = servicesFor({ tenant });
  const share = await own.ledger.load<Share>(shareRef(tenant, mission_id));
  if (!isShared(share) || share.token_sha256 !== digest) throw nothing();
  const byLink = await countAgainst(services, [[kind, digest, SHARE_LIMITS[kind]]]);
  return { services: own, tenant, share, limits: [...byAddress, ...byLink] };
}

const nothing = () => new GantryError("NotFound", "Nothing is shared at this address.", { field: "token" });
