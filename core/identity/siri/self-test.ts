import { networkOf } from "#core/identity/address.ts";
import { SIRI_LIMITS } from "#core/identity/limits.ts";
import { countAgainst } from "#core/identity/rate-limit.ts";
import { sameSecret } from "#core/identity/same-secret.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { SiriRequest } from "#core/identity/siri/admit-request.ts";
import { isCurrent, secondsBehind } from "#core/identity/siri/clock-difference.ts";
import { useNonce } from "#core/identity/siri/nonce.ts";
import { canonicalText, type SiriParts, siriSignature } from "#core/identity/siri/scheme.ts";
import { readSiriKey } from "#core/identity/siri/siri-key.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** What the server made of a signed request, without anything secret. */
export interface SelfTest {
  readonly key_id: string;
  readonly text_sha256: string;
  readonly text_bytes: number;
  readonly canonical: string;
  readonly signature_matches: boolean;
  readonly seconds_behind: number;
  readonly time_accepted: boolean;
  readonly speech: string;
}

/**
 * Checks a signed request for its sender, and has no other effect than to use up the nonce of a request that would be
 * admitted, so that anyone who intercepts it cannot send it as a request. Throws TooManyRequests, Unauthenticated for a
 * key that may not be used, and ReplayedRequest.
 */
export async function testSiriRequest(
  services: WithStore & WithClock & WithSecrets,
  request: SiriRequest,
): Promise<SelfTest> {
  const { key_id, timestamp, text, signature, address } = request;
  await countAgainst(services, [
    ["siri-self-test-address", networkOf(address), SIRI_LIMITS.self_test_address],
  ]);
  const { parts, owner } = await readSiriKey(services, key_id);
  if (!owner)
    throw new GantryError(
      "Unauthenticated",
      "There is no such Siri key, or it was revoked or has expired. Pair the phone again: gantry siri pair",
      { field: "X-Gantry-Key" },
    );
  await countAgainst(services, [["siri-self-test-key", key_id, SIRI_LIMITS.self_test_key]]);
  const now = services.clock.now();
  const signature_matches = sameSecret(siriSignature(parts, request), signature);
  const time_accepted = isCurrent(timestamp, now);
  if (signature_matches && time_accepted) await useNonce(services, request);
  return {
    key_id,
    text_sha256: sha256Hex(text),
    text_bytes: new TextEncoder().encode(text).length,
    canonical: canonicalText(request),
    signature_matches,
    seconds_behind: secondsBehind(timestamp, now),
    time_accepted,
    speech: signature_matches ? spokenTime(time_accepted) : explain(parts, request),
  };
}

const spokenTime = (isAccepted: boolean): string =>
  isAccepted
    ? "The phone is set up correctly."
    : "The signature is right, but the phone's clock is not. Let the phone set its time automatically.";

/** Ways in which a phone may have hashed a different text than it sent. */
const SLIPS: readonly (readonly [(text: string) => string, string])[] = [
  [(text) => `${text}\n`, "with a line break at its end"],
  [(text) => text.trim(), "without the spaces or line breaks around it"],
  [(text) => text.normalize("NFD"), "with accents as characters of their own"],
  [(text) => text.normalize("NFC"), "with accents combined"],
];

/** Explains a signature that does not match: by what else was hashed, or by the fields that it can be. */
function explain(parts: SiriParts, request: SiriRequest): string {
  const slip = SLIPS.find(([change]) =>
    sameSecret(siriSignature(parts, { ...request, text: change(request.text) }), request.signature),
  );
  if (slip) return `The signature does not match: the phone hashed the text ${slip[1]}.`;
  return "The signature does not match. Compare text_sha256 and canonical with what the phone hashed; if they are equal, one of the two parts of the key is wrong.";
}
