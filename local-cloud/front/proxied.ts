import { isIP } from "node:net";
import { type CloudRequest, header } from "#local-cloud/http.ts";
import { peerOf, type Viewer } from "#local-cloud/viewer.ts";
import { hostKind } from "./host.ts";

/** Headers by which a reverse proxy shows itself. */
const SIGNS = [
  "x-forwarded-host",
  "x-forwarded-for",
  "x-forwarded-proto",
  "forwarded",
  "via",
  "cf-connecting-ip",
] as const;

/**
 * Returns the viewer of a request that came through the reverse proxy of the public address: a peer on this machine that
 * names the public host, as `Host` or, if it rewrites that to a loopback name, as `X-Forwarded-Host`. Undefined for a
 * request without a proxy; "foreign" for any other. What peers on other machines forward is never believed.
 */
export function proxiedViewer(
  req: CloudRequest,
  host: string,
  { port, publicUrl }: { readonly port: number; readonly publicUrl: URL },
): Viewer | "foreign" | undefined {
  const isPublic = (name: string) => isSameHost(name, publicUrl);
  if (!isLoopback(peerOf(req))) return isPublic(host) ? "foreign" : undefined;
  if (isPublic(host)) return viewerIn(req, publicUrl);
  if (SIGNS.every((name) => req.headers[name] === undefined)) return undefined;
  return hostKind(host, port).kind === "self" && valuesOf(req, "x-forwarded-host").every(isPublic)
    ? viewerIn(req, publicUrl)
    : "foreign";
}

/** Replaces the host by the public one, and removes what else a client may have claimed about proxies. */
export function asPublic(req: CloudRequest, publicUrl: URL): void {
  const raw: string[] = [];
  for (let at = 0; at + 1 < req.rawHeaders.length; at += 2) {
    const [name = "", value = ""] = req.rawHeaders.slice(at, at + 2);
    if ((SIGNS as readonly string[]).includes(name.toLowerCase())) continue;
    raw.push(name, /^(host|:authority)$/i.test(name) ? publicUrl.host : value);
  }
  req.rawHeaders.splice(0, Number.POSITIVE_INFINITY, ...raw);
  for (const name of SIGNS) delete req.headers[name];
  req.headers.host = publicUrl.host;
  if (req.headers[":authority"] !== undefined) req.headers[":authority"] = publicUrl.host;
}

/** The last address is the one that the proxy itself saw; those before it are the client's claims. */
function viewerIn(req: CloudRequest, publicUrl: URL): Viewer {
  const address = valuesOf(req, "x-forwarded-for").at(-1) ?? "";
  const protocol = valuesOf(req, "x-forwarded-proto").at(-1) ?? publicUrl.protocol.slice(0, -1);
  return {
    address: isIP(address) ? address : peerOf(req),
    protocol: protocol.toLowerCase() === "https" ? "https" : "http",
  };
}

function valuesOf(req: CloudRequest, name: string): string[] {
  const values = (header(req, name) ?? "").split(",").map((value) => value.trim());
  return values.filter((value) => value !== "");
}

function isSameHost(host: string, { protocol, host: wanted }: URL): boolean {
  return /^[\w.:[\]-]+$/.test(host) && URL.parse(`${protocol}//${host}`)?.host === wanted;
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^127(\.\d+){3}$/.test(address);
}
