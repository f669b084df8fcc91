import { GantryError } from "#core/kernel/errors.ts";
import { SITE_HEADERS } from "#core/web/site.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

/** Security headers of all API responses: those of the client, and no caching. */
export const SECURITY_HEADERS = { "cache-control": "no-store", ...SITE_HEADERS } as const;

/**
 * Throws Forbidden for a browser's unsafe request from another site. Browsers set Sec-Fetch-Site and Origin, and pages
 * cannot forge them; other programs have no ambient cookies, so they may omit both headers.
 */
export function requireSameOrigin({ headers }: Pick<APIGatewayProxyEvent, "headers">): void {
  const site = headerOf(headers, "sec-fetch-site");
  const own = site === undefined ? comesFromHere(headers) : site === "same-origin" || site === "none";
  if (!own) throw new GantryError("Forbidden", "The request comes from another site.", { field: "Origin" });
}

/**
 * Whether the request's origin, if present, is the host that the client called, and has TLS if the client's request did.
 * CloudFront passes that host in X-Forwarded-Host, which pages of other sites cannot make a browser send.
 */
export function comesFromHere(headers: Headers): boolean {
  const origin = headerOf(headers, "origin");
  if (origin === undefined) return true;
  const host = headerOf(headers, "x-forwarded-host") ?? headerOf(headers, "host");
  const isSecure = headerOf(headers, "x-forwarded-proto") === "https";
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  return page.host === host && (page.protocol === "https:" || !isSecure);
}

/** The client's IP address, from CloudFront if present, otherwise from API Gateway. */
export function viewerAddress({
  headers,
  requestContext,
}: Pick<APIGatewayProxyEvent, "headers" | "requestContext">): string {
  return headerOf(headers, "x-gantry-viewer") ?? requestContext.identity.sourceIp;
}
