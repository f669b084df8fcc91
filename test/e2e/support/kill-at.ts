import { subscribe } from "node:diagnostics_channel";

/**
 * Loaded before a program (`--import`): kills it (SIGKILL) at one of its awaits. A request with the header `x-kill-at: n`
 * begins to count; the n-th moment, just before the program sends a request or just after it got the response, is its
 * last. `x-kill-at: 0` prints how many moments there were. `KILL_AT=n` counts from the start of the program.
 */
const COUNTS = "http.server.request.start";
const MOMENTS = [
  "http.client.request.created",
  "http.client.response.finish",
  "undici:request:create",
  "undici:request:headers",
];

let moments = 0;
let last = Number(process.env.KILL_AT) || Number.POSITIVE_INFINITY;

subscribe(COUNTS, (message) => {
  const { request } = message as { request: { headers: Record<string, string | undefined> } };
  const wanted = request.headers["x-kill-at"];
  if (wanted === undefined) return;
  if (wanted === "0") console.log(JSON.stringify({ message: "moments", count: moments }));
  moments = 0;
  last = Number(wanted) || Number.POSITIVE_INFINITY;
});

for (const channel of MOMENTS)
  subscribe(channel, () => {
    moments += 1;
    if (moments === last) process.kill(process.pid, "SIGKILL");
  });
