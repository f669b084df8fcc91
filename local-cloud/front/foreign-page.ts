import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser sends this request for a page of another origin (by Fetch Metadata, or by `Origin` for
 * browsers without it). Such a page has no key, but it may know a presigned URL. Programs other than browsers
 * send neither header.
 */
export function fromForeignPage(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  return origin !== undefined && URL.parse(origin)?.host !== headers.host;
}
