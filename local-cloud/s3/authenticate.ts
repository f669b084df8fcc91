import { ServiceError } from "#local-cloud/http.ts";
import { encodePath, type Signable } from "#local-cloud/sigv4/canonical.ts";
import { claimOfHeader, claimOfQuery } from "#local-cloud/sigv4/claim.ts";
import { type FaultKind, SignatureFault } from "#local-cloud/sigv4/fault.ts";
import { type Authenticated, identified, verified } from "#local-cloud/sigv4/verify.ts";
import type { Identify, KeyPair } from "#local-cloud/sts/identities.ts";
import type { S3Request } from "./request.ts";

/** Code and status of each fault, with a message if S3's differs from that of other services. */
const REFUSALS: Readonly<Record<FaultKind, readonly [code: string, status: number, message?: string]>> = {
  missing: ["AccessDenied", 403, "Access Denied: the request is not signed"],
  malformed: ["AuthorizationHeaderMalformed", 400],
  dateless: ["AccessDenied", 403],
  skewed: [
    "RequestTimeTooSkewed",
    403,
    "The difference between the request time and the current time is too large.",
  ],
  expired: ["AccessDenied", 403],
  not_yet_valid: ["AccessDenied", 403],
  uncovered: ["AccessDenied", 403],
  other_service: ["AuthorizationHeaderMalformed", 400],
  unknown_key: [
    "InvalidAccessKeyId",
    403,
    "The AWS Access Key Id you provided does not exist in our records.",
  ],
  unknown_token: ["InvalidToken", 400, "The provided token is malformed or otherwise invalid."],
  expired_token: ["ExpiredToken", 400, "The provided token has expired."],
  mismatch: [
    "SignatureDoesNotMatch",
    403,
    "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
  ],
};

/**
 * Checks a request's Signature Version 4, in the Authorization header or in a presigned URL
 * (docs: "Authenticating Requests (AWS Signature Version 4)"). The body is checked later, against `payload`.
 */
export function authenticate(request: S3Request, identify: Identify, now: number): Authenticated {
  const presigned = request.rawQuery.some(([name]) => name === "X-Amz-Algorithm");
  try {
    const claim = presigned ? claimOfQuery(request.rawQuery) : claimOfHeader(request.http.headers);
    const payload = claim.payload ?? payloadBeside(request, presigned);
    const checked = { request: signable(request), claim, service: "s3", identify, now };
    return verified(checked, identified(checked), payload);
  } catch (error) {
    throw error instanceof SignatureFault ? refusal(error, presigned) : error;
  }
}

/** Identifies only the owner of this key pair. */
export function ownerOnly(owner: KeyPair): Identify {
  return (accessKeyId) =>
    accessKeyId === owner.accessKeyId
      ? { ...owner, arn: "owner", session: false, may: () => true }
      : "unknown";
}

function payloadBeside(request: S3Request, presigned: boolean): string {
  if (presigned) return request.headers.get("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD";
  const message = "Missing required header for this request: x-amz-content-sha256";
  throw new ServiceError("InvalidRequest", message, 400);
}

function signable({ method, path, rawQuery, http }: S3Request): Signable {
  return { method, canonicalPath: encodePath(path), query: rawQuery, headers: http.headers };
}

function refusal({ kind, message }: SignatureFault, presigned: boolean): ServiceError {
  const [code, status, sentence] = REFUSALS[kind];
  const name = kind === "malformed" && presigned ? "AuthorizationQueryParametersError" : code;
  return new ServiceError(name, sentence ?? message, status);
}
