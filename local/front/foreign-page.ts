import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser sends this for a page of another origin (Fetch Metadata, and `Origin` for browsers without
 * it). The small cloud's key is no secret, so a page can sign a URL with it; programs send neither header.
 */
export function fromForeignPage(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  return origin !== undefined && URL.parse(origin)?.host !== headers.host;
}
