import { createServer as createHttp1, type IncomingMessage } from "node:http";
import { createServer as createHttp2, type ServerHttp2Session } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { CloudRequest, CloudResponse } from "#local-cloud/http.ts";
import { limitSession } from "./http2-timeouts.ts";
import { peekPreface } from "./peek-preface.ts";
import { DEFAULT_TIMEOUTS, type Timeouts } from "./timeouts.ts";

export interface Listener {
  /** Resolves with the port that was taken (`0` asks for any free one). */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Waits at most `graceMs` for running requests, then closes the remaining connections. */
  close(graceMs: number): Promise<void>;
}

/**
 * HTTP/1.1 and HTTP/2 with prior knowledge (RFC 9113 section 3.3) on one cleartext port. The AWS SDK uses
 * HTTP/2 for Bedrock and HTTP/1.1 for all other services, both without TLS if the endpoint is `http:`.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object with a short listener for each event of two servers.
export function createListener(
  onRequest: (req: CloudRequest, res: CloudResponse) => void,
  onUpgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void,
  ownReply: (status: number) => string,
  given: Partial<Timeouts> = {},
): Listener {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...given };
  const sockets = new Set<Socket>();
  const busy = new Map<Socket, number>();
  const sessions = new Set<ServerHttp2Session>();
  const http2Sockets = new WeakSet<Socket>();
  let closing = false;

  const http2 = createHttp2();
  http2.on("request", onRequest);
  http2.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
    session.on("error", () => session.destroy());
    limitSession(session, timeouts);
  });

  const http1 = createHttp1({
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: timeouts.idleMs,
    connectionsCheckingInterval: timeouts.checkMs,
    // Node itself would refuse a request without a host, but without the headers of every response.
    requireHostHeader: false,
    // `curl --http2` offers an upgrade to h2c; only WebSocket upgrades are accepted.
    shouldUpgradeCallback: (req: IncomingMessage) => req.headers.upgrade?.toLowerCase() === "websocket",
  });
  http1.on("request", (req, res) => {
    const socket = req.socket;
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    res.once("close", () => {
      busy.set(socket, (busy.get(socket) ?? 1) - 1);
      if (closing && !busy.get(socket)) socket.destroy();
    });
    onRequest(req, res);
  });
  http1.on("upgrade", onUpgrade);
  // Requests that Node would refuse itself or not answer: an unknown Expect header, which may be ignored, and
  // CONNECT.
  http1.on("checkExpectation", (req, res) => http1.emit("request", req, res));
  http1.on("connect", (_req, socket) => socket.end(ownReply(405)));
  for (const refused of ["checkExpectation", "connect"]) http2.on(refused, onRequest);
  http1.on("clientError", (error: NodeJS.ErrnoException, socket) =>
    refuseConnection(socket as Socket, ownReply(REFUSALS.get(error.code ?? "") ?? 400)),
  );
  // The HTTP/1 server itself must listen, because that starts its timers. It receives its connections later.
  const accept = http1.listeners("connection") as ((this: typeof http1, socket: Socket) => void)[];
  http1.removeAllListeners("connection");
  http1.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      busy.delete(socket);
    });
    socket.on("error", () => socket.destroy());
    peekPreface(socket, timeouts.headersMs, (isHttp2) => {
      if (!isHttp2) for (const begin of accept) begin.call(http1, socket);
      else {
        http2Sockets.add(socket);
        // HTTP/1 sockets may be half-open; an HTTP/2 session whose client has disconnected would never end.
        socket.allowHalfOpen = false;
        http2.emit("connection", socket);
      }
    });
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http1.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
        http1.listen(port, host, () => resolve({ port: (http1.address() as AddressInfo).port }));
      }),
    close: async (graceMs) => {
      closing = true;
      const closed = new Promise<void>((resolve) => http1.close(() => resolve()));
      for (const session of sessions) session.close();
      for (const socket of sockets) {
        if (!busy.get(socket) && !http2Sockets.has(socket)) socket.destroy();
      }
      const cut = setTimeout(() => {
        for (const session of sessions) session.destroy();
        for (const socket of sockets) socket.destroy();
      }, graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

const REFUSALS = new Map([
  ["ERR_HTTP_REQUEST_TIMEOUT", 408],
  ["HPE_HEADER_OVERFLOW", 431],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", 413],
]);

/** Replies to an invalid request and closes both directions, because the client may never close its own. */
function refuseConnection(socket: Socket, reply: string): void {
  if (!socket.writable) return void socket.destroy();
  socket.write(reply);
  socket.destroySoon();
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new Error(
      `port ${port} on ${host} is in use: stop the program that uses it, or choose another port`,
      { cause: error },
    );
  if (error.code === "EACCES")
    return new Error(`port ${port} on ${host} requires more privileges: choose a port above 1023`, {
      cause: error,
    });
  if (error.code === "EADDRNOTAVAIL") return new Error(`HOST: ${host} is not an address of this machine`);
  return error;
}
