import { client } from "./client.ts";

/** Tells when there may be something new of a mission. Hints may be late or lost: the signals are authoritative. */
export interface Hints {
  /** Resolves at the next hint, or after a while without one. */
  next(): Promise<void>;
}

const WITH_SOCKET_MS = 5_000;
const WITHOUT_SOCKET_MS = 1_500;
const HIDDEN_MS = 15_000;
const HANDSHAKE_MS = 10_000;
const LONGEST_PAUSE_MS = 30_000;

/** Hints of a mission by WebSocket; by a timer as long as none can be opened. Ends with `end`. */
export function openHints(mission: string, end: AbortSignal): Hints {
  let wake = () => {};
  let isOpen = false;
  let failures = 0;

  const connect = async () => {
    const { ticket, url } = await client.wsTicket({ mission_id: mission }, { signal: end });
    const socket = new WebSocket(new URL(url, location.href.replace(/^http/, "ws")), [
      "gantry.v1",
      `ticket.${ticket}`,
    ]);
    const watchdog = setTimeout(() => socket.close(), HANDSHAKE_MS);
    end.addEventListener("abort", () => socket.close(), { once: true });
    socket.addEventListener("open", () => {
      clearTimeout(watchdog);
      [isOpen, failures] = [true, 0];
    });
    socket.addEventListener("message", () => wake());
    socket.addEventListener("close", () => {
      clearTimeout(watchdog);
      isOpen = false;
      wake();
      again();
    });
  };

  /** Opens another socket after a pause that grows with each failure, and differs between pages. */
  const again = () => {
    if (end.aborted) return;
    failures += 1;
    const pause = Math.random() * Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** failures);
    setTimeout(() => end.aborted || connect().catch(again), pause);
  };

  const look = () => wake();
  end.addEventListener("abort", look);
  for (const [target, event] of [
    [document, "visibilitychange"],
    [window, "pageshow"],
    [window, "online"],
    [window, "focus"],
  ] as const)
    target.addEventListener(event, look, { signal: end });
  connect().catch(again);

  return {
    next: () =>
      new Promise((resolve) => {
        const pause = document.hidden ? HIDDEN_MS : isOpen ? WITH_SOCKET_MS : WITHOUT_SOCKET_MS;
        const timer = setTimeout(resolve, pause);
        const done = () => {
          clearTimeout(timer);
          resolve();
        };
        wake = done;
        if (end.aborted) done();
      }),
  };
}
