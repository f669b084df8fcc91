import type { CloudRequest } from "#local-cloud/http.ts";

/** The host, path and query of a request. */
export type Target = { readonly host: string; readonly path: string } | { readonly fault: string };

/**
 * Reads a request's target (RFC 9112 section 3.2, RFC 9113 section 8.3.1). A request with two hosts is
 * refused, because one of them could be checked and the other used.
 */
export function targetOf(req: CloudRequest): Target {
  const [authority] = valuesOf(req, ":authority");
  const hosts = valuesOf(req, "host");
  const host = authority ?? hosts[0];
  if (hosts.length > 1 || hosts.some((name) => name !== host))
    return { fault: "The request names more than one host." };
  if (host === undefined) return { fault: "The request names no host." };
  const target = req.url ?? "/";
  if (target.startsWith("/")) return { host, path: target };
  const absolute = URL.parse(target);
  if (absolute?.protocol !== "http:")
    return { fault: "The request target is neither a path nor an http URL." };
  if (absolute.host !== host.toLowerCase())
    return { fault: "The request target names another host than Host." };
  return { host, path: `${absolute.pathname}${absolute.search}` };
}

function valuesOf({ rawHeaders }: CloudRequest, wanted: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === wanted);
}
