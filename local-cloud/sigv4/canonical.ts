import type { IncomingHttpHeaders } from "node:http";
import type { Claim, Query } from "./claim.ts";

/** The parts of a request that a signature covers. */
export interface Signable {
  readonly method: string;
  /** As the service signs it: S3 encodes a path once, all others encode what is on the wire a second time. */
  readonly canonicalPath: string;
  /** Decoded, in any order. */
  readonly query: Query;
  readonly headers: IncomingHttpHeaders;
}

/** The canonical request of Signature Version 4 ("Create a signed AWS API request", step 1). */
export function canonicalRequest(request: Signable, claim: Claim, payload: string): string {
  const query = request.query
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join("="));
  const headers = claim.signedHeaders.map((name) => `${name}:${headerValue(request, name)}\n`);
  return [
    request.method,
    request.canonicalPath,
    query.join("&"),
    headers.join(""),
    claim.signedHeaders.join(";"),
    payload,
  ].join("\n");
}

/** Each segment of a path, percent-encoded as RFC 3986 has it. */
export function encodePath(path: string): string {
  return path.split("/").map(encode).join("/");
}

/** By the bytes: encoded names and values are ASCII. A name that is the start of another comes first. */
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function headerValue({ headers }: Signable, name: string): string {
  const sent = headers[name] ?? (name === "host" ? headers[":authority"] : undefined);
  const text = Array.isArray(sent) ? sent.join(",") : String(sent ?? "");
  return text.trim().replace(/ +/g, " ");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
