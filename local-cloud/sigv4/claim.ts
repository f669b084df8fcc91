import type { IncomingHttpHeaders } from "node:http";
import { SignatureFault } from "./fault.ts";

export const ALGORITHM = "AWS4-HMAC-SHA256";
const MAX_EXPIRES_S = 7 * 24 * 3600;
const CREDENTIAL = /^([^/,\s]+)\/((\d{8})\/([^/,\s]+)\/([a-z0-9-]+)\/aws4_request)$/;
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/;

interface Credential {
  readonly accessKeyId: string;
  /** `<yyyymmdd>/<region>/<service>/aws4_request` */
  readonly scope: string;
  readonly region: string;
  readonly service: string;
}

/** The unverified statements of a request about its signature. */
export interface Claim extends Credential {
  /** The token of a role's session. */
  readonly token: string | undefined;
  /** yyyyMMddTHHmmssZ */
  readonly date: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /**
   * x-amz-content-sha256: a digest in hex, a keyword for a body that is not covered as a whole, or missing.
   */
  readonly payload: string | undefined;
  /** Seconds; null for a signature in the Authorization header. */
  readonly expires: number | null;
}

export type Query = readonly (readonly [name: string, value: string])[];

/** Parses a credential, or returns undefined for an invalid one. */
export function parseCredential(text: string): Credential | undefined {
  const [, accessKeyId, scope, , region, service] = CREDENTIAL.exec(text) ?? [];
  return accessKeyId && scope && region && service ? { accessKeyId, scope, region, service } : undefined;
}

/** The credential in an Authorization header of Signature Version 4, or undefined. */
export function credentialOfHeader(authorization: string): Credential | undefined {
  return parseCredential(AUTHORIZATION.exec(authorization)?.[1] ?? "");
}

/** The claim in the Authorization header. Throws `missing` and `malformed`. */
export function claimOfHeader(headers: IncomingHttpHeaders): Claim {
  const { authorization } = headers;
  if (authorization === undefined)
    throw new SignatureFault("missing", "Request is missing Authentication Token");
  const [, , signedHeaders, signature] = AUTHORIZATION.exec(authorization) ?? [];
  const credential = credentialOfHeader(authorization);
  if (!credential || !signedHeaders || !signature)
    throw new SignatureFault(
      "malformed",
      `The Authorization header must be: ${ALGORITHM} Credential=<key>/<yyyymmdd>/<region>/<service>/aws4_request, SignedHeaders=<names>, Signature=<64 hex digits>`,
    );
  return {
    ...credential,
    token: single(headers["x-amz-security-token"]),
    date: single(headers["x-amz-date"]) ?? "",
    signedHeaders: signedHeaders.split(";"),
    signature,
    payload: single(headers["x-amz-content-sha256"]),
    expires: null,
  };
}

/** The claim in a presigned URL. Throws `malformed`. */
export function claimOfQuery(query: Query): Claim {
  const values = new Map(query);
  const need = (name: string): string => {
    const value = values.get(name);
    if (value) return value;
    throw new SignatureFault("malformed", `Query-string authentication version 4 requires ${name}`);
  };
  if (need("X-Amz-Algorithm") !== ALGORITHM)
    throw new SignatureFault("malformed", `X-Amz-Algorithm only supports ${ALGORITHM}`);
  const expires = Number(need("X-Amz-Expires"));
  if (!(expires >= 1 && expires <= MAX_EXPIRES_S))
    throw new SignatureFault("malformed", `X-Amz-Expires must be 1 to ${MAX_EXPIRES_S} seconds`);
  const credential = parseCredential(need("X-Amz-Credential"));
  if (!credential)
    throw new SignatureFault(
      "malformed",
      "X-Amz-Credential must be <key>/<yyyymmdd>/<region>/<service>/aws4_request",
    );
  return {
    ...credential,
    token: values.get("X-Amz-Security-Token"),
    date: need("X-Amz-Date"),
    signedHeaders: need("X-Amz-SignedHeaders").split(";"),
    signature: need("X-Amz-Signature"),
    payload: values.get("X-Amz-Content-Sha256"),
    expires,
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
