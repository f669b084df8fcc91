import { readEnv } from "#lambdas/runtime/env.ts";
import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

/**
 * Browsers send a cookie to every port of a host, so another server on `localhost` receives ours. A browser's session
 * is therefore in two halves: the cookie has one, and the page keeps the other and sends it in a header. Neither is
 * of any use alone. Programs send both as one bearer token.
 */
const COOKIE_CHARACTERS = 21;

/** The page's half. */
const PAGE_TOKEN = "x-gantry-token";

/** A session token's halves: 126 and 132 bits of it. */
export function halvesOf(token: string): { cookie: string; page_token: string } {
  return { cookie: token.slice(0, COOKIE_CHARACTERS), page_token: token.slice(COOKIE_CHARACTERS) };
}

/** The `Set-Cookie` value for the cookie's half of a session; "" and 0 remove it. */
export function sessionCookie(half: string, maxAge: number): string {
  const name = cookieName();
  const secure = name.startsWith("__Host-") ? "; Secure" : "";
  return `${name}=${half}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** The token of a request: a bearer token, which is a session's or a key, or a session's cookie and the page's half. */
export function credentialOf(headers: Headers): string | undefined {
  const bearer = bearerToken(headers);
  if (bearer !== undefined) return bearer;
  const [cookie, page] = [cookieHalf(headers), headerOf(headers, PAGE_TOKEN)];
  return cookie?.length === COOKIE_CHARACTERS && page ? cookie + page : undefined;
}

/** The token of `Authorization: Bearer`, which no page of another site can make a browser send. */
export function bearerToken(headers: Headers): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/i.exec(headerOf(headers, "authorization") ?? "")?.[1];
}

function cookieHalf(headers: Headers): string | undefined {
  const pairs = (headerOf(headers, "cookie") ?? "").split(";").map((part) => part.trim().split("="));
  return pairs.find(([name]) => name === cookieName())?.[1];
}

/** Bound to one host over TLS, unless the environment names another cookie, for where there is none. */
export function cookieName(): string {
  return readEnv().SESSION_COOKIE || "__Host-gantry";
}
