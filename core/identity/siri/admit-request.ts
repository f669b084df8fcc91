import { authorise } from "#core/identity/authorise.ts";
import type { DeviceCaller } from "#core/identity/caller.ts";
import { personNow } from "#core/identity/current-person.ts";
import { SIRI_LIMITS } from "#core/identity/limits.ts";
import { countAgainst, countRequest, type RateLimit } from "#core/identity/rate-limit.ts";
import { sameSecret } from "#core/identity/same-secret.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import { requireCurrent } from "#core/identity/siri/clock-difference.ts";
import { useNonce } from "#core/identity/siri/nonce.ts";
import { type SiriMessage, siriSignature } from "#core/identity/siri/scheme.ts";
import { readSiriKey } from "#core/identity/siri/siri-key.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** A signed request: its message, the signature in hex, and the client's address. */
export interface SiriRequest extends SiriMessage {
  readonly signature: string;
  readonly address: string;
}

type Services = WithStore & WithClock & WithSecrets;

/**
 * Admits a signed request once, and returns the owner of the phone as its device, with the state of the limits. Writes
 * nothing before the signature and the time have been checked. Throws Unauthenticated, StaleRequest, Forbidden for a
 * role without the right `write`, TooManyRequests, and ReplayedRequest.
 */
export async function admitSiriRequest(
  services: Services,
  request: SiriRequest,
): Promise<{ caller: DeviceCaller; limits: readonly RateLimit[] }> {
  const caller = await signerOf(services, request);
  requireCurrent(request.timestamp, services.clock.now());
  authorise(caller, { right: "write" });
  const limits = [
    ...(await countAgainst(services, [["siri-key", request.key_id, SIRI_LIMITS.key]])),
    ...(await countRequest(services, "model", { caller, address: request.address })),
  ];
  await useNonce(services, request);
  return { caller, limits };
}

/**
 * The owner of the key, with their current role. Every failure throws the same error, after the same work: the member is
 * read only when the signature is valid, which requires the key.
 */
async function signerOf(services: Services, request: SiriRequest): Promise<DeviceCaller> {
  const { parts, owner } = await readSiriKey(services, request.key_id);
  const isSigned = sameSecret(siriSignature(parts, request), request.signature);
  const caller = owner && isSigned ? await personNow(services, owner) : undefined;
  if (caller) return caller;
  throw new GantryError(
    "Unauthenticated",
    "The key is unknown, revoked or expired, or the signature is not that of this request. POST /gantry/siri/selftest returns what the server hashes.",
    { field: "X-Gantry-Signature" },
  );
}
