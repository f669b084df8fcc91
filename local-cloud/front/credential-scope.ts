import type { IncomingHttpHeaders } from "node:http";
import { credentialOfHeader, parseCredential } from "#local-cloud/sigv4/claim.ts";

/**
 * The AWS service that a request is signed for (`dynamodb`, `s3`, …), "" for a signature that cannot be
 * parsed, or undefined for an unsigned request. The name stands in the SigV4 credential scope:
 * `Authorization: AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, …`.
 *
 * Presigned URLs (`X-Amz-Credential` in the query) are accepted for S3 only: any web page can send a request
 * to such a URL on this machine, but it cannot set an `Authorization` header. A Bedrock API key is a bearer
 * token without a scope, so it is recognised by the path.
 */
export function signedService(url: URL, headers: IncomingHttpHeaders): string | undefined {
  const authorization = headers.authorization ?? "";
  if (authorization.startsWith("AWS4-")) return credentialOfHeader(authorization)?.service ?? "";
  if (/^bearer /i.test(authorization) && url.pathname.startsWith("/model/")) return "bedrock";
  const presigned = parseCredential(url.searchParams.get("X-Amz-Credential") ?? "");
  return presigned?.service === "s3" ? "s3" : undefined;
}
