import { randomBytes } from "node:crypto";
import type { CloudRequest } from "#local-cloud/http.ts";
import { viewerOf } from "#local-cloud/viewer.ts";

/** Names and values as in proxy events: the last value only, and all values. */
export interface Values {
  readonly single: Record<string, string>;
  readonly multi: Record<string, string[]>;
}

// Hop-by-hop fields (RFC 9110 section 7.6.1) belong to the connection and are not passed to functions.
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Returns the request's headers with the client's spelling of names, plus the X-Forwarded-* fields that API
 * Gateway adds. HTTP/2 pseudo headers become `Host`.
 */
export function requestHeaders(req: CloudRequest): Values {
  const spelled = new Map<string, string>();
  const values = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const key = name.toLowerCase();
    if (!spelled.has(key)) spelled.set(key, name);
    values.set(key, [...(values.get(key) ?? []), value]);
  };
  const raw = req.rawHeaders;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [name = "", value = ""] = raw.slice(i, i + 2);
    if (name === ":authority") add("Host", value);
    else if (!name.startsWith(":") && !hopByHop.has(name.toLowerCase())) add(name, value);
  }
  // HTTP/2 clients may split the cookie field, which is one value (RFC 9113 section 8.2.3).
  const cookies = values.get("cookie");
  if (cookies) values.set("cookie", [cookies.join("; ")]);

  const forwarded = [...(values.get("x-forwarded-for") ?? []), sourceIp(req)].join(", ");
  for (const [name, value] of [
    ["X-Forwarded-For", forwarded],
    ["X-Forwarded-Port", String(req.socket.localPort ?? 0)],
    ["X-Forwarded-Proto", viewerOf(req).protocol],
  ] as const) {
    spelled.set(name.toLowerCase(), name);
    values.set(name.toLowerCase(), [value]);
  }
  return collect([...values].flatMap(([key, all]) => all.map((value) => [spelled.get(key) ?? key, value])));
}

export function queryValues(params: URLSearchParams): Values {
  return collect([...params]);
}

function collect(pairs: (readonly string[])[]): Values {
  const single: [string, string][] = [];
  const multi = new Map<string, string[]>();
  for (const [name = "", value = ""] of pairs) {
    single.push([name, value]);
    multi.set(name, [...(multi.get(name) ?? []), value]);
  }
  // fromEntries defines own properties, so a parameter named __proto__ is harmless.
  return { single: Object.fromEntries(single), multi: Object.fromEntries(multi) };
}

/** Proxy events of REST APIs contain null instead of an empty object. */
export const orNull = <T extends object>(values: T): T | null =>
  Object.keys(values).length > 0 ? values : null;

/** Returns the value of a header, ignoring case. */
export function headerValue(headers: Record<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

export const sourceIp = (req: CloudRequest): string => viewerOf(req).address;

/** API Gateway's "extended" ids: 15 characters and a `=`, base64url. Connection ids have the same form. */
export const extendedId = (): string => `${randomBytes(11).toString("base64url")}=`;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Common log format in UTC: `21/Nov/2026:09:34:46 +0000`. */
export function requestTime(epochMs: number): string {
  const at = new Date(epochMs);
  const day = String(at.getUTCDate()).padStart(2, "0");
  return `${day}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`;
}
