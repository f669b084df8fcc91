import type { CloudHandler } from "#local/http.ts";

/** What CloudFront's viewer-request function does in front of both APIs. */

/** `/gantry/ws/<mission>`: a WebSocket API has no paths, so the mission becomes its query. */
export function missionSocket(url: URL): { query: Record<string, string> } | undefined {
  const mission = /^\/gantry\/ws\/([^/]+)$/.exec(url.pathname)?.[1];
  return mission ? { query: { mission } } : undefined;
}

/**
 * API Gateway sends a file as bytes only when the request's first accepted type is declared binary; a browser's
 * link and most programs ask for something else first and would get base64.
 */
export function acceptFiles(handle: CloudHandler): CloudHandler {
  return (req, res) => {
    if (/^\/gantry\/missions\/[^/]+\/evidence$/.test((req.url ?? "").split("?")[0] as string))
      req.headers.accept = "application/zip";
    return handle(req, res);
  };
}
