import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser sends this for a page of another origin (Fetch Metadata, and `Origin` for browsers without
 * it). A page has no key, but it may have come by a URL that is signed; programs send neither header.
 */
export function fromForeignPage(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  return origin !== undefined && URL.parse(origin)?.host !== headers.host;
}
