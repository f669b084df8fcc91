import { readEnv } from "#lambdas/runtime/env.ts";
import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

/**
 * Browsers send cookies to every port of a host, so another server on `localhost` receives ours. Therefore a
 * browser's session token is split: the cookie contains one half, and the page stores the other and sends it in a
 * header. One half alone is useless. Programs send both as one bearer token.
 */
const COOKIE_CHARACTERS = 21;

/** The header with the page's half. */
const PAGE_TOKEN = "x-gantry-token";

/** The halves of a session token, with 126 and 132 bits. */
export function halvesOf(token: string): { cookie: string; page_token: string } {
  return { cookie: token.slice(0, COOKIE_CHARACTERS), page_token: token.slice(COOKIE_CHARACTERS) };
}

/**
 * The `Set-Cookie` value for the cookie's half of a session, in the reply to a request with these headers; "" and 0
 * delete the cookie. `maxAge` is in seconds.
 */
export function sessionCookie(headers: Headers, half: string, maxAge: number): string {
  const name = cookieName(headers);
  const secure = name.startsWith("__Host-") ? "; Secure" : "";
  return `${name}=${half}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** The credential of a request: a bearer token (session or key), or the session token from cookie and page header. */
export function credentialOf(headers: Headers): string | undefined {
  const bearer = bearerToken(headers);
  if (bearer !== undefined) return bearer;
  const [cookie, page] = [cookieHalf(headers), headerOf(headers, PAGE_TOKEN)];
  return cookie?.length === COOKIE_CHARACTERS && page ? cookie + page : undefined;
}

/** The token of `Authorization: Bearer`, which pages of other sites cannot make a browser send. */
export function bearerToken(headers: Headers): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/i.exec(headerOf(headers, "authorization") ?? "")?.[1];
}

function cookieHalf(headers: Headers): string | undefined {
  const pairs = (headerOf(headers, "cookie") ?? "").split(";").map((part) => part.trim().split("="));
  return pairs.find(([name]) => name === cookieName(headers))?.[1];
}

/**
 * The name of the session cookie; default `__Host-gantry`, which requires TLS. SESSION_COOKIE overrides it, for a local
 * Gantry without TLS; requests that come over TLS through its public address have the same prefix.
 */
export function cookieName(headers: Headers): string {
  const name = readEnv().SESSION_COOKIE;
  if (!name) return "__Host-gantry";
  return headerOf(headers, "x-forwarded-proto") === "https" ? `__Host-${name}` : name;
}
