import { sha256Hex } from "#core/kernel/hash.ts";
import { isFresh } from "#core/web/conditional.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";

/**
 * Adds an entity tag to a 200 reply, or returns 304 if it matches. The tag is weak because replies may be compressed.
 */
export function conditional(
  { headers }: Pick<APIGatewayProxyEvent, "headers">,
  reply: APIGatewayProxyResult,
): APIGatewayProxyResult {
  if (reply.statusCode !== 200) return reply;
  const etag = `W/"${sha256Hex(reply.body).slice(0, 32)}"`;
  const validated = { ...reply, headers: { ...reply.headers, etag } };
  if (!isFresh(headerOf(headers, "if-none-match"), etag)) return validated;
  return { ...validated, statusCode: 304, body: "", isBase64Encoded: false };
}
