import type { IncomingHttpHeaders } from "node:http";

const scope = /Credential=[^/\s]+\/\d{8}\/[^/\s]+\/([a-z0-9-]+)\/aws4_request/;
const presignedScope = /^[^/\s]+\/\d{8}\/[^/\s]+\/([a-z0-9-]+)\/aws4_request$/;

/**
 * The AWS service that a request is signed for (`dynamodb`, `s3`, …), or undefined for an unsigned one.
 * The name stands in the SigV4 credential scope: `Authorization: AWS4-HMAC-SHA256
 * Credential=<key>/<date>/<region>/<service>/aws4_request, …`, or in the query parameter
 * `X-Amz-Credential` of a presigned URL. A Bedrock API key is a bearer token and carries no scope,
 * so there the path decides.
 */
export function signedService(url: URL, headers: IncomingHttpHeaders): string | undefined {
  const authorization = headers.authorization ?? "";
  if (authorization.startsWith("AWS4-HMAC-SHA256")) return scope.exec(authorization)?.[1];
  if (authorization.startsWith("Bearer ") && url.pathname.startsWith("/model/")) return "bedrock";
  return presignedScope.exec(url.searchParams.get("X-Amz-Credential") ?? "")?.[1];
}
