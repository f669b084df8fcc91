import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { ServiceError } from "#local/http.ts";
import type { Identify, KeyPair, Principal } from "#local/sts/identities.ts";
import type { S3Request } from "./request.ts";

/** A signature that was found right, and what the signatures of body chunks continue from. */
export interface Signed {
  readonly region: string;
  /** yyyyMMddTHHmmssZ, as signed. */
  readonly date: string;
  readonly scope: string;
  readonly signingKey: Buffer;
  readonly signature: string;
  /** x-amz-content-sha256: a digest in hex, or one of the words for an unsigned or streamed body. */
  readonly payload: string;
}

/** A signature, and whose it is. */
export interface Authenticated extends Signed {
  readonly principal: Principal;
}

interface Claim {
  readonly accessKeyId: string;
  /** Of a role's session. */
  readonly token: string | undefined;
  readonly scope: string;
  readonly region: string;
  readonly date: string;
  readonly signedHeaders: string[];
  readonly signature: string;
  readonly payload: string;
  /** Seconds, presigned URLs only. */
  readonly expires: number | null;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const MAX_SKEW_MS = 15 * 60_000;
const MAX_EXPIRES_S = 7 * 24 * 3600;

/**
 * Checks a request's Signature Version 4, in the Authorization header or in a presigned URL
 * (docs: "Authenticating Requests (AWS Signature Version 4)"). The body is checked later, against `payload`.
 */
export function authenticate(request: S3Request, identify: Identify, now: number): Authenticated {
  const presigned = request.rawQuery.some(([name]) => name === "X-Amz-Algorithm");
  const claim = presigned ? claimOfQuery(request) : claimOfHeader(request);
  checkTime(claim, now);
  checkCoverage(request, claim);
  const principal = identified(claim, identify);

  const signingKey = deriveKey(principal.secretAccessKey, claim.scope);
  const stringToSign = [ALGORITHM, claim.date, claim.scope, sha256Hex(canonicalRequest(request, claim))].join(
    "\n",
  );
  if (!sameText(hmac(signingKey, stringToSign).toString("hex"), claim.signature))
    throw denied(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
    );
  return { ...claim, principal, signingKey };
}

/** The owner of these keys and nobody else. */
export function ownerOnly(owner: KeyPair): Identify {
  return (accessKeyId) =>
    accessKeyId === owner.accessKeyId
      ? { ...owner, arn: "owner", session: false, may: () => true }
      : "unknown";
}

function identified({ accessKeyId, token }: Claim, identify: Identify): Principal {
  const principal = identify(accessKeyId, token);
  if (principal === "expired") throw new ServiceError("ExpiredToken", "The provided token has expired.", 400);
  if (principal === "unknown" && token !== undefined)
    throw new ServiceError("InvalidToken", "The provided token is malformed or otherwise invalid.", 400);
  if (principal === "unknown")
    throw denied("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
  return principal;
}

export function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

export function sha256Hex(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function claimOfHeader(request: S3Request): Claim {
  const authorization = request.headers.get("authorization");
  if (authorization === undefined) throw denied("AccessDenied", "Access Denied: the request is not signed");
  const fields =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, credential, signedHeaders, signature] = fields ?? [];
  if (!credential || !signedHeaders || !signature)
    throw new ServiceError(
      "AuthorizationHeaderMalformed",
      "The authorization header is not a valid AWS4-HMAC-SHA256",
      400,
    );
  const payload = request.headers.get("x-amz-content-sha256");
  if (payload === undefined)
    throw new ServiceError(
      "InvalidRequest",
      "Missing required header for this request: x-amz-content-sha256",
      400,
    );
  return {
    ...parseCredential(credential),
    token: request.headers.get("x-amz-security-token"),
    date: request.headers.get("x-amz-date") ?? "",
    signedHeaders: signedHeaders.split(";"),
    signature,
    payload,
    expires: null,
  };
}

function claimOfQuery(request: S3Request): Claim {
  const values = new Map(request.rawQuery);
  const need = (name: string): string => {
    const value = values.get(name);
    if (value) return value;
    const message = `Query-string authentication version 4 requires ${name}`;
    throw new ServiceError("AuthorizationQueryParametersError", message, 400);
  };
  if (need("X-Amz-Algorithm") !== ALGORITHM)
    throw new ServiceError(
      "AuthorizationQueryParametersError",
      `X-Amz-Algorithm only supports ${ALGORITHM}`,
      400,
    );
  const expires = Number(need("X-Amz-Expires"));
  if (!(expires >= 1 && expires <= MAX_EXPIRES_S))
    throw new ServiceError(
      "AuthorizationQueryParametersError",
      "X-Amz-Expires must be 1 to 604800 seconds",
      400,
    );
  return {
    ...parseCredential(need("X-Amz-Credential")),
    token: values.get("X-Amz-Security-Token"),
    date: need("X-Amz-Date"),
    signedHeaders: need("X-Amz-SignedHeaders").split(";"),
    signature: need("X-Amz-Signature"),
    payload:
      values.get("X-Amz-Content-Sha256") ?? request.headers.get("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD",
    expires,
  };
}

function parseCredential(credential: string): Pick<Claim, "accessKeyId" | "scope" | "region"> {
  const [, accessKeyId, scope, region] =
    /^([^/]+)\/(\d{8}\/([^/]+)\/s3\/aws4_request)$/.exec(credential) ?? [];
  if (accessKeyId && scope && region) return { accessKeyId, scope, region };
  const message = `The credential "${credential}" is not <key>/<yyyymmdd>/<region>/s3/aws4_request`;
  throw new ServiceError("AuthorizationHeaderMalformed", message, 400);
}

function checkTime(claim: Claim, now: number): void {
  const iso = claim.date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const signedAt = Date.parse(iso);
  if (iso === claim.date || Number.isNaN(signedAt) || !claim.scope.startsWith(claim.date.slice(0, 8)))
    throw denied(
      "AccessDenied",
      "AWS authentication requires a valid x-amz-date that agrees with the credential's date",
    );
  if (claim.expires === null) {
    if (Math.abs(now - signedAt) > MAX_SKEW_MS)
      throw denied(
        "RequestTimeTooSkewed",
        "The difference between the request time and the current time is too large.",
      );
  } else if (now > signedAt + claim.expires * 1000) throw denied("AccessDenied", "Request has expired");
  else if (signedAt > now + MAX_SKEW_MS) throw denied("AccessDenied", "Request is not yet valid");
}

/** A header that steers S3 but is not signed could have been added by anyone. */
function checkCoverage(request: S3Request, claim: Claim): void {
  const sent = Object.keys(request.http.headers).filter((name) => name.startsWith("x-amz-"));
  const unsigned = [...sent, "host"].filter((name) => !claim.signedHeaders.includes(name));
  // In a presigned URL the digest of the body may be sent beside the signature.
  const strangers = unsigned.filter((name) => claim.expires === null || name !== "x-amz-content-sha256");
  if (strangers.length > 0)
    throw denied(
      "AccessDenied",
      `There were headers present in the request which were not signed: ${strangers}`,
    );
}

function canonicalRequest(request: S3Request, claim: Claim): string {
  const query = request.rawQuery
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const headers = claim.signedHeaders.map((name) => `${name}:${headerValue(request, name)}\n`);
  return [
    request.method,
    canonicalPath(request),
    query.join("&"),
    headers.join(""),
    claim.signedHeaders.join(";"),
    claim.payload,
  ].join("\n");
}

function canonicalPath(request: S3Request): string {
  return request.path.split("/").map(encode).join("/");
}

function headerValue(request: S3Request, name: string): string {
  const sent =
    request.http.headers[name] ?? (name === "host" ? request.http.headers[":authority"] : undefined);
  const text = Array.isArray(sent) ? sent.join(",") : String(sent ?? "");
  return text.trim().replace(/ +/g, " ");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function deriveKey(secret: string, scope: string): Buffer {
  return scope.split("/").reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`) as Buffer;
}

function denied(code: string, message: string): ServiceError {
  return new ServiceError(code, message, 403);
}
