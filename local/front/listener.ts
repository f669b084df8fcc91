import { createServer as createHttp1, type IncomingMessage } from "node:http";
import { createServer as createHttp2, type ServerHttp2Session } from "node:http2";
import { type AddressInfo, createServer as createNet, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { CloudRequest, CloudResponse } from "#local/http.ts";

export interface Listener {
  /** Resolves with the port that was taken (`0` asks for any free one). */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Lets running requests end, at most `graceMs`, then cuts what is left. */
  close(graceMs: number): Promise<void>;
}

/**
 * HTTP/1.1 and HTTP/2 with prior knowledge (RFC 9113 section 3.3) on one cleartext port. The AWS SDK speaks
 * HTTP/2 to Bedrock and HTTP/1.1 to everything else, both without TLS when the endpoint is `http:`.
 */
export function createListener(
  onRequest: (req: CloudRequest, res: CloudResponse) => void,
  onUpgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Listener {
  const sockets = new Set<Socket>();
  const busy = new Map<Socket, number>();
  const sessions = new Set<ServerHttp2Session>();
  const http2Sockets = new WeakSet<Socket>();
  let closing = false;

  const http1 = createHttp1({
    // Longer than any client's idle pool, so that no client writes to a connection we are closing.
    keepAliveTimeout: 75_000,
    // `curl --http2` offers an upgrade to h2c; only WebSocket is taken up.
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
  http1.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    else socket.destroy();
  });

  const http2 = createHttp2();
  http2.on("request", onRequest);
  http2.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
    session.on("error", () => session.destroy());
  });

  const server = createNet((socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      busy.delete(socket);
    });
    socket.on("error", () => socket.destroy());
    peekPreface(socket, (isHttp2) => {
      if (isHttp2) http2Sockets.add(socket);
      (isHttp2 ? http2 : http1).emit("connection", socket);
    });
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
        server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port }));
      }),
    close: async (graceMs) => {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
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

const PREFACE = "PRI";

/** Reads the first bytes, puts them back, and says whether they begin an HTTP/2 connection preface. */
function peekPreface(socket: Socket, decided: (isHttp2: boolean) => void): void {
  let head = Buffer.alloc(0);
  const look = () => {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) return;
    head = Buffer.concat([head, chunk]);
    const start = head.toString("latin1", 0, PREFACE.length);
    if (start.length < PREFACE.length && PREFACE.startsWith(start)) return;
    socket.off("readable", look);
    socket.unshift(head);
    decided(start === PREFACE);
  };
  socket.on("readable", look);
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new Error(
      `port ${port} on ${host} is in use: stop the program that holds it, or choose another port`,
      { cause: error },
    );
  if (error.code === "EACCES")
    return new Error(`port ${port} on ${host} needs more rights: choose a port above 1023`, { cause: error });
  return error;
}
