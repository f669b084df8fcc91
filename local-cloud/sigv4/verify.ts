import type { Identify, Principal } from "#local-cloud/sts/identities.ts";
import { canonicalRequest, type Signable } from "./canonical.ts";
import { ALGORITHM, type Claim } from "./claim.ts";
import { hmac, sameText, sha256Hex } from "./digest.ts";
import { MISMATCH, SignatureFault } from "./fault.ts";

/** A verified signature, and the values from which the signatures of body chunks continue. */
export interface Signed {
  readonly region: string;
  /** yyyyMMddTHHmmssZ, as signed. */
  readonly date: string;
  readonly scope: string;
  readonly signingKey: Buffer;
  readonly signature: string;
  /** The signed payload hash: the body's SHA-256 in hex, or a keyword for an unsigned or streamed body. */
  readonly payload: string;
}

/** A verified signature with its principal. */
export interface Authenticated extends Signed {
  readonly principal: Principal;
}

export interface Verification {
  readonly request: Signable;
  readonly claim: Claim;
  /** The requested service; a signature for another one is refused. */
  readonly service: string;
  readonly identify: Identify;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const MAX_SKEW_MS = 15 * 60_000;

/**
 * Identifies the key of a request. Performs all checks that need neither the body nor the signature, so that
 * bodies are read only for known keys. Throws SignatureFault.
 */
export function identified({ request, claim, service, identify, now }: Verification): Principal {
  if (claim.service !== service)
    throw new SignatureFault(
      "other_service",
      `Credential should be scoped to correct service: '${service}'.`,
    );
  checkTime(claim, now);
  checkCoverage(request, claim);
  const principal = identify(claim.accessKeyId, claim.token);
  if (principal === "expired")
    throw new SignatureFault("expired_token", "The security token included in the request is expired");
  if (principal === "unknown")
    throw new SignatureFault(
      claim.token === undefined ? "unknown_key" : "unknown_token",
      "The security token included in the request is invalid.",
    );
  return principal;
}

/** Checks the signature over a request whose body has this digest. Throws SignatureFault `mismatch`. */
export function verified(
  { request, claim }: Pick<Verification, "request" | "claim">,
  principal: Principal,
  payload: string,
): Authenticated {
  const { region, date, scope, signature } = claim;
  const signingKey = signingKeyOf(principal.secretAccessKey, scope);
  const digest = sha256Hex(canonicalRequest(request, claim, payload));
  const expected = hmac(signingKey, [ALGORITHM, date, scope, digest].join("\n")).toString("hex");
  if (!sameText(expected, signature)) throw new SignatureFault("mismatch", MISMATCH);
  return { region, date, scope, signature, signingKey, payload, principal };
}

function checkTime(claim: Claim, now: number): void {
  const iso = claim.date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const signedAt = Date.parse(iso);
  if (iso === claim.date || Number.isNaN(signedAt) || !claim.scope.startsWith(claim.date.slice(0, 8)))
    throw new SignatureFault(
      "dateless",
      "AWS authentication requires a valid X-Amz-Date that agrees with the credential's date",
    );
  if (claim.expires === null) {
    if (signedAt < now - MAX_SKEW_MS)
      throw new SignatureFault("skewed", `Signature expired: ${skew(claim.date, "earlier", now, -1)}`);
    if (signedAt > now + MAX_SKEW_MS)
      throw new SignatureFault("skewed", `Signature not yet current: ${skew(claim.date, "later", now, 1)}`);
  } else if (now > signedAt + claim.expires * 1000)
    throw new SignatureFault("expired", "Request has expired");
  else if (signedAt > now + MAX_SKEW_MS)
    throw new SignatureFault("not_yet_valid", "Request is not yet valid");
}

/** `20261121T100000Z is now earlier than 20261121T101500Z (20261121T103000Z - 15 min.)` */
function skew(date: string, than: "earlier" | "later", now: number, sign: -1 | 1): string {
  const text = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  const minutes = `${sign < 0 ? "-" : "+"} 15 min.`;
  return `${date} is ${than === "earlier" ? "now earlier" : "still later"} than ${text(now + sign * MAX_SKEW_MS)} (${text(now)} ${minutes})`;
}

/**
 * Throws if headers that change the meaning of a request are not signed, because an attacker could have added
 * them.
 */
function checkCoverage(request: Signable, claim: Claim): void {
  const sent = Object.keys(request.headers).filter((name) => name.startsWith("x-amz-"));
  // The SDK signs HTTP/2's pseudo header for the host.
  const host = request.headers[":authority"] !== undefined && claim.signedHeaders.includes(":authority");
  const needed = host ? sent : [...sent, "host"];
  const unsigned = needed.filter((name) => !claim.signedHeaders.includes(name));
  // With a presigned URL the digest of the body may be sent unsigned.
  const strangers = unsigned.filter((name) => claim.expires === null || name !== "x-amz-content-sha256");
  if (strangers.length > 0)
    throw new SignatureFault(
      "uncovered",
      `There were headers present in the request which were not signed: ${strangers.join(", ")}`,
    );
}

const MAX_KEPT = 1000;
const signingKeys = new Map<string, Buffer>();

/**
 * Returns the signing key of a secret for one day, region and service. It is cached, because most requests
 * share it.
 */
function signingKeyOf(secret: string, scope: string): Buffer {
  const name = `${secret}/${scope}`;
  const kept = signingKeys.get(name);
  if (kept) return kept;
  const key = scope.split("/").reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  if (signingKeys.size >= MAX_KEPT) signingKeys.clear();
  signingKeys.set(name, key as Buffer);
  return key as Buffer;
}
