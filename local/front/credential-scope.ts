import type { IncomingHttpHeaders } from "node:http";

const scope = /Credential=[^/\s]+\/\d{8}\/[^/\s]+\/([a-z0-9-]+)\/aws4_request/;
const presignedS3 = /^[^/\s]+\/\d{8}\/[^/\s]+\/s3\/aws4_request$/;

/**
 * The AWS service that a request is signed for (`dynamodb`, `s3`, …), or undefined for an unsigned one.
 * The name stands in the SigV4 credential scope: `Authorization: AWS4-HMAC-SHA256
 * Credential=<key>/<date>/<region>/<service>/aws4_request, …`.
 *
 * Of presigned URLs (`X-Amz-Credential` in the query) only those of S3 count, which verifies them. Any web page
 * can send such a URL to this machine without asking first; an `Authorization` header it cannot.
 * A Bedrock API key is a bearer token and carries no scope, so there the path decides.
 */
export function signedService(url: URL, headers: IncomingHttpHeaders): string | undefined {
  const authorization = headers.authorization ?? "";
  if (authorization.startsWith("AWS4-HMAC-SHA256")) return scope.exec(authorization)?.[1];
  if (authorization.startsWith("Bearer ") && url.pathname.startsWith("/model/")) return "bedrock";
  return presignedS3.test(url.searchParams.get("X-Amz-Credential") ?? "") ? "s3" : undefined;
}
