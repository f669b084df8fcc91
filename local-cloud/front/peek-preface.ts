import type { Socket } from "node:net";

const PREFACE = "PRI";

/**
 * Reads the first bytes of a connection, puts them back, and reports whether they start an HTTP/2 connection
 * preface. A connection that is still undecided after `waitMs` is closed.
 */
export function peekPreface(socket: Socket, waitMs: number, decided: (isHttp2: boolean) => void): void {
  const timer = setTimeout(() => socket.destroy(), waitMs);
  socket.on("close", () => clearTimeout(timer));
  let head = Buffer.alloc(0);
  const look = () => {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) return;
    head = Buffer.concat([head, chunk]);
    const start = head.toString("latin1", 0, PREFACE.length);
    if (start.length < PREFACE.length && PREFACE.startsWith(start)) return;
    clearTimeout(timer);
    socket.off("readable", look);
    socket.unshift(head);
    decided(start === PREFACE);
  };
  socket.on("readable", look);
}
