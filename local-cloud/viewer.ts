import type { CloudRequest } from "#local-cloud/http.ts";

/** The client of a request. Behind a reverse proxy it is not the peer of the connection. */
export interface Viewer {
  readonly address: string;
  readonly protocol: "http" | "https";
}

const proxied = new WeakMap<CloudRequest, Viewer>();

/** Sets the viewer of a request that came through a trusted proxy. */
export function setViewer(req: CloudRequest, viewer: Viewer): void {
  proxied.set(req, viewer);
}

/** Returns the viewer that the front has set, otherwise the peer of the connection. */
export function viewerOf(req: CloudRequest): Viewer {
  return proxied.get(req) ?? { address: peerOf(req), protocol: "http" };
}

/** The address at the other end of the connection. */
export function peerOf({ socket }: CloudRequest): string {
  return (socket.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, "");
}
