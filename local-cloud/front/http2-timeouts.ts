import { constants, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { Timeouts } from "./timeouts.ts";

/**
 * Applies the limits of Node's HTTP/1 server to an HTTP/2 session. A session is idle while it has no stream,
 * whatever frames arrive: an unfinished header block or a ping does not create a stream.
 */
export function limitSession(session: ServerHttp2Session, timeouts: Timeouts): void {
  const { headersMs, requestMs, idleMs, checkMs } = timeouts;
  const begun = new Map<ServerHttp2Stream, number>();
  let idleSince = Date.now();
  let ready = false;
  session.once("remoteSettings", () => {
    ready = true;
  });
  session.on("stream", (stream: ServerHttp2Stream) => {
    begun.set(stream, Date.now());
    stream.once("close", () => {
      begun.delete(stream);
      idleSince = Date.now();
    });
  });

  const timer = setInterval(() => {
    if (session.destroyed) return clearInterval(timer); // It closes only after its socket.
    const now = Date.now();
    for (const [stream, start] of begun)
      if (isReceiving(stream) && now - start > requestMs) stream.close(constants.NGHTTP2_CANCEL);
    if (begun.size > 0 || now - idleSince <= (ready ? idleMs : headersMs)) return;
    session.goaway();
    session.destroy();
  }, checkMs);
  timer.unref();
  session.once("close", () => clearInterval(timer));
}

/** Whether the client has not ended its request yet. */
const isReceiving = ({ state }: ServerHttp2Stream) => state.state === constants.NGHTTP2_STREAM_STATE_OPEN;
