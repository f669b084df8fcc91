import { GantryError } from "#core/errors.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { readEnv } from "#lambdas/runtime/env.ts";

export const SECURITY_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/**
 * Refuses a browser's unsafe request from another site. Browsers say where a request comes from and pages cannot
 * forge it; programs that are no browsers carry no ambient cookies, so they may leave both headers out.
 */
export function requireSameOrigin(event: APIGatewayProxyEvent): void {
  const site = get(event, "sec-fetch-site");
  const origin = get(event, "origin");
  if (site !== undefined) {
    if (site === "same-origin" || site === "none") return;
  } else if (
    origin === undefined ||
    origin === new URL(readEnv().PUBLIC_URL).origin ||
    sameHost(event, origin)
  ) {
    return;
  }
  throw new GantryError("Forbidden", "The request comes from another site.", { field: "Origin" });
}

function sameHost(event: APIGatewayProxyEvent, origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === get(event, "host");
}

/** Cookie that carries the session. Over https it is bound to the host by its name. */
export function sessionCookie(token: string, maxAge: number): string {
  const secure = isSecure();
  return `${cookieName()}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The session token of a request: the cookie, or a bearer token for programs. */
export function sessionToken(headers: Readonly<Record<string, string | undefined>>): string | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(get({ headers }, "authorization") ?? "");
  if (bearer) return bearer[1];
  for (const part of (get({ headers }, "cookie") ?? "").split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === cookieName() && value) return value;
  }
  return undefined;
}

function cookieName(): string {
  return isSecure() ? "__Host-gantry" : "gantry";
}

function isSecure(): boolean {
  return readEnv().PUBLIC_URL.startsWith("https:");
}

function get(
  { headers }: { headers: Readonly<Record<string, string | undefined>> },
  name: string,
): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Refuses a page of another site that opens a socket. Throws the word API Gateway answers 401 to. */
export function requireOwnSocket({
  headers,
}: {
  headers: Readonly<Record<string, string | undefined>>;
}): void {
  const origin = get({ headers }, "origin");
  const own =
    origin === undefined ||
    origin === new URL(readEnv().PUBLIC_URL).origin ||
    (URL.canParse(origin) && new URL(origin).host === get({ headers }, "host"));
  if (!own) throw new Error("Unauthorized");
}
