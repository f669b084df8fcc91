import type { WebSocket } from "ws";
import { type CloudResponse, readBody, requestUrl, type SignedHandler, send } from "#local-cloud/http.ts";
import type { Connection } from "./socket-event.ts";

export interface OpenSocket {
  readonly connection: Connection;
  readonly socket: WebSocket;
  lastActiveAt: number;
  /** Restarts the idle timeout. */
  touch(): void;
}

const MESSAGE_LIMIT = 128 * 1024;
/** Reads beyond the limit, so that the client receives a 413 and not a broken pipe. */
const READ_LIMIT = 16 * MESSAGE_LIMIT;

/**
 * The management API: POST, GET and DELETE on `/@connections/{id}`, with or without the stage before it
 * (API reference "Amazon API Gateway Management API").
 */
export function createConnectionsApi(sockets: ReadonlyMap<string, OpenSocket>): SignedHandler {
  return async (req, res) => {
    const path = requestUrl(req).pathname;
    const [, encodedId] = /^(?:\/[^/]+)?\/@connections\/([^/]+)$/.exec(path) ?? [];
    if (encodedId === undefined) return fail(res, 403, "ForbiddenException", "Forbidden");
    const body = req.method === "POST" ? await readBody(req, READ_LIMIT) : Buffer.alloc(0);
    if (body.length > MESSAGE_LIMIT) return fail(res, 413, "PayloadTooLargeException", "Message too long");
    const open = sockets.get(decodeURIComponent(encodedId));
    if (open?.socket.readyState !== open?.socket.OPEN || open === undefined)
      return fail(res, 410, "GoneException", "Gone");
    switch (req.method) {
      case "POST":
        await post(open, body);
        return send(res, 200);
      case "GET":
        return send(res, 200, JSON.stringify(describe(open)), { "content-type": "application/json" });
      case "DELETE":
        open.socket.close(1000, "Connection Closed Normally");
        return send(res, 204);
      default:
        return fail(res, 403, "ForbiddenException", "Forbidden");
    }
  };
}

/** Always sends a text frame, and resolves when it was sent, which is when AWS responds. */
function post(open: OpenSocket, body: Buffer): Promise<void> {
  open.touch();
  return new Promise((resolve, reject) =>
    open.socket.send(body, { binary: false }, (error) => (error ? reject(error) : resolve())),
  );
}

function describe({ connection, lastActiveAt }: OpenSocket) {
  return {
    connectedAt: new Date(connection.connectedAt).toISOString(),
    identity: connection.identity,
    lastActiveAt: new Date(lastActiveAt).toISOString(),
  };
}

function fail(res: CloudResponse, status: number, code: string, message: string): void {
  send(res, status, JSON.stringify({ message }), {
    "content-type": "application/json",
    "x-amzn-errortype": code,
  });
}
