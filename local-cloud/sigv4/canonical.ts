import type { IncomingHttpHeaders } from "node:http";
import type { Claim, Query } from "./claim.ts";

/** The parts of a request that a signature covers. */
export interface Signable {
  readonly method: string;
  /**
   * The path as encoded for the signature: S3 encodes it once, all other services encode the sent path a
   * second time.
   */
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

/** Percent-encodes each segment of a path (RFC 3986). */
export function encodePath(path: string): string {
  return path.split("/").map(encode).join("/");
}

/** Sorts by bytes: encoded names and values are ASCII. A prefix of another name comes first. */
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
