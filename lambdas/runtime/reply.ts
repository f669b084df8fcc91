import type { RateLimit } from "#core/identity/rate-limit.ts";
import { type Problem, toProblem } from "#core/kernel/errors.ts";
import { AUTHENTICATE } from "#core/web/gateway-problems.ts";
import type { APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { rateLimitHeaders } from "#lambdas/runtime/rate-limit-headers.ts";
import type { Reply } from "#lambdas/runtime/route.ts";
import { SECURITY_HEADERS } from "#lambdas/runtime/web-security.ts";

/** The API Gateway response of a reply, with additional headers. Bytes are encoded as base64. */
export function respond(
  { status, body, headers = {}, cookie }: Reply,
  more: Readonly<Record<string, string>> = {},
): APIGatewayProxyResult {
  const binary = body instanceof Uint8Array;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    statusCode: status,
    headers: {
      ...SECURITY_HEADERS,
      ...(text === "" ? {} : { "content-type": "application/json" }),
      ...headers,
      ...more,
    },
    ...(cookie === undefined ? {} : { multiValueHeaders: { "set-cookie": [cookie] } }),
    body: binary ? Buffer.from(body).toString("base64") : text,
    isBase64Encoded: binary,
  };
}

/** The API Gateway response of an error, as problem details. Internal details are only in the log. */
export function refuse(error: unknown, request_id: string): APIGatewayProxyResult {
  const body: Problem = { ...toProblem(error), request_id };
  const { retry_after_seconds: wait, allow, limits } = body;
  return {
    statusCode: body.status,
    headers: {
      ...SECURITY_HEADERS,
      "content-type": "application/problem+json",
      ...(typeof wait === "number" ? { "retry-after": String(wait) } : {}),
      ...(Array.isArray(limits) ? rateLimitHeaders(limits as RateLimit[]) : {}),
      ...(body.status === 401 ? { "www-authenticate": AUTHENTICATE } : {}),
      ...(Array.isArray(allow) ? { allow: allow.join(", ") } : {}),
    },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}
