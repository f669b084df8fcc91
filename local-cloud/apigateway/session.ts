import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { OpenSocket } from "./connections-api.ts";
import { createFrameMeter } from "./frame-meter.ts";
import type { Connection } from "./socket-event.ts";

interface SessionOptions {
  readonly frameBytes: number;
  readonly idleMs: number;
  readonly maxMs: number;
  readonly now: () => number;
  readonly onMessage: (open: OpenSocket, body: string) => void;
  readonly onClose: (code: number, reason: string) => void;
}

/** Enforces the service's quotas on one accepted connection: frame size, text only, idle time, total time. */
export function startSession(
  ws: WebSocket,
  socket: Duplex,
  connection: Connection,
  { frameBytes, idleMs, maxMs, now, onMessage, onClose }: SessionOptions,
): OpenSocket {
  const goAway = () => ws.close(1001, "Going away");
  const life = setTimeout(goAway, maxMs).unref();
  let idle: NodeJS.Timeout | undefined;
  const open: OpenSocket = {
    connection,
    socket: ws,
    lastActiveAt: now(),
    touch() {
      open.lastActiveAt = now();
      clearTimeout(idle);
      idle = setTimeout(goAway, idleMs).unref();
    },
  };
  open.touch();

  const tooLarge = createFrameMeter(frameBytes);
  // Registered before the library's listener, so that an oversized frame is never delivered as a message.
  socket.prependListener("data", (chunk: Buffer) => {
    if (ws.readyState === ws.OPEN && tooLarge(chunk)) ws.close(1009, "Frame too long");
  });
  ws.on("message", (data: Buffer, isBinary) => {
    if (ws.readyState !== ws.OPEN) return;
    open.touch();
    if (isBinary) ws.close(1003, "Binary is not supported");
    else onMessage(open, data.toString("utf8"));
  });
  ws.on("ping", open.touch);
  // The library has already sent the close frame for the error (1009, 1007, 1002).
  ws.on("error", () => {});
  ws.on("close", (code, reason) => {
    clearTimeout(idle);
    clearTimeout(life);
    onClose(code, reason.toString());
  });
  return open;
}

/** Closes the connection (1001) and waits only briefly for the reply. */
export function endSession(ws: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => ws.terminate(), 500);
    ws.once("close", () => {
      clearTimeout(cut);
      resolve();
    });
    ws.close(1001, "Going away");
  });
}
