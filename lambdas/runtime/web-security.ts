import { GantryError } from "#core/kernel/errors.ts";
import { SITE_HEADERS } from "#core/web/site.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

/** What browsers are told of every answer of the API: the client's own rules, and to keep nothing. */
export const SECURITY_HEADERS = { "cache-control": "no-store", ...SITE_HEADERS } as const;

/**
 * Refuses a browser's unsafe request from another site. Browsers say where a request comes from and pages cannot
 * forge it; programs that are no browsers carry no ambient cookies, so they may leave both headers out.
 */
export function requireSameOrigin({ headers }: Pick<APIGatewayProxyEvent, "headers">): void {
  const site = headerOf(headers, "sec-fetch-site");
  const own = site === undefined ? comesFromHere(headers) : site === "same-origin" || site === "none";
  if (!own) throw new GantryError("Forbidden", "The request comes from another site.", { field: "Origin" });
}

/**
 * Whether the origin a request names, if it names one, is the host its sender called. In front of the APIs the
 * edge tells that host; no page of another site can make a browser send the header.
 */
export function comesFromHere(headers: Headers): boolean {
  const origin = headerOf(headers, "origin");
  if (origin === undefined) return true;
  const host = headerOf(headers, "x-forwarded-host") ?? headerOf(headers, "host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Address of the client: as the edge saw it, else as API Gateway did. */
export function viewerAddress({
  headers,
  requestContext,
}: Pick<APIGatewayProxyEvent, "headers" | "requestContext">): string {
  return headerOf(headers, "x-gantry-viewer") ?? requestContext.identity.sourceIp;
}
