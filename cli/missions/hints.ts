import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "#cli/context.ts";
import { deferred } from "#cli/service/deferred.ts";
import { ticketReply } from "#cli/service/replies.ts";

/** Wakes a reader when there may be new signals. Hints may be late or lost: the signals are authoritative. */
export interface Hints {
  /** Returns at a hint, or after a while without one. Rejects when interrupted. */
  next(): Promise<void>;
  close(): void;
}

const WITH_SOCKET_MS = 2_000;
const WITHOUT_SOCKET_MS = 500;

/** Hints of a mission by WebSocket, or by a timer if no WebSocket can be opened. */
export function openHints(
  { config, api, signal }: Pick<Context, "config" | "api" | "signal">,
  mission: string,
): Hints {
  let socket: WebSocket | undefined;
  let open = false;
  let hinted = deferred<void>();
  let closed = false;

  const wake = () => hinted.resolve();
  const connect = async () => {
    const { ticket, url } = await api.call("wsTicket", { mission_id: mission }, ticketReply);
    if (closed) return;
    const address = new URL(url, config.url.replace(/^http/, "ws"));
    socket = new WebSocket(address, ["gantry.v1", `ticket.${ticket}`]);
    socket.addEventListener("open", () => {
      open = true;
    });
    socket.addEventListener("message", wake);
    socket.addEventListener("close", () => {
      open = false;
      wake();
    });
    socket.addEventListener("error", wake);
  };
  // Without a socket the timer is sufficient.
  connect().catch(wake);

  return {
    async next() {
      const timer = new AbortController();
      const clock = pause(open ? WITH_SOCKET_MS : WITHOUT_SOCKET_MS, undefined, {
        signal: AbortSignal.any([signal, timer.signal]),
      });
      try {
        await Promise.race([clock, hinted.promise]);
      } finally {
        timer.abort();
        clock.catch(() => {});
        hinted = deferred();
      }
      signal.throwIfAborted();
    },
    close() {
      closed = true;
      socket?.close();
    },
  };
}
