import { randomUUID } from "node:crypto";
import { type CloudResponse, ServiceError, send } from "#local-cloud/http.ts";
import { writeQueryError } from "#local-cloud/sts/query-error.ts";
import type { FaultKind, SignatureFault } from "./fault.ts";

/** The format of signature errors in a family of services. */
export interface Protocol {
  /** The maximum size in bytes of a body that is read to check its digest. */
  readonly limit: number;
  refuse(res: CloudResponse, fault: SignatureFault): void;
  write(res: CloudResponse, error: ServiceError): void;
}

const MiB = 1024 * 1024;

/** Codes by AWS's "Common errors": with `Exception` in the JSON protocols, without in the query protocol. */
const CODES: Readonly<Record<FaultKind, readonly [json: string, query: string]>> = {
  missing: ["MissingAuthenticationTokenException", "MissingAuthenticationToken"],
  malformed: ["IncompleteSignatureException", "IncompleteSignature"],
  dateless: ["IncompleteSignatureException", "IncompleteSignature"],
  skewed: ["InvalidSignatureException", "SignatureDoesNotMatch"],
  expired: ["InvalidSignatureException", "SignatureDoesNotMatch"],
  not_yet_valid: ["InvalidSignatureException", "SignatureDoesNotMatch"],
  uncovered: ["InvalidSignatureException", "SignatureDoesNotMatch"],
  other_service: ["InvalidSignatureException", "SignatureDoesNotMatch"],
  unknown_key: ["UnrecognizedClientException", "InvalidClientTokenId"],
  unknown_token: ["UnrecognizedClientException", "InvalidClientTokenId"],
  expired_token: ["ExpiredTokenException", "ExpiredToken"],
  mismatch: ["InvalidSignatureException", "SignatureDoesNotMatch"],
};

/** AWS JSON 1.0 and 1.1: every error is a 400. */
export const awsJson: Protocol = jsonProtocol(400, "application/x-amz-json-1.0", 16 * MiB);

/** REST with JSON: every error is a 403. Bedrock's requests may be large. */
export const restJson: Protocol = jsonProtocol(403, "application/json", 128 * MiB);

/** The query protocol of STS. */
export const awsQuery: Protocol = {
  limit: MiB,
  refuse: (res, { kind, message }) => {
    const [, code] = CODES[kind];
    awsQuery.write(res, new ServiceError(code, message, code === "IncompleteSignature" ? 400 : 403));
  },
  write: (res, error) => writeQueryError(res, randomUUID(), error),
};

function jsonProtocol(status: number, contentType: string, limit: number): Protocol {
  const write = (res: CloudResponse, { code, message }: ServiceError, as: number) =>
    send(res, as, JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message }), {
      "content-type": contentType,
      "x-amzn-errortype": code,
      "x-amzn-requestid": randomUUID(),
    });
  return {
    limit,
    refuse: (res, { kind, message }) => write(res, new ServiceError(CODES[kind][0], message), status),
    write: (res, error) => write(res, error, error.status === 403 ? status : error.status),
  };
}
