import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/** Loaded before a program (`--import`): its clock is so many milliseconds ahead of the machine's. */
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);

globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [target.now() + ahead], newTarget),
  get: (target, name) => (name === "now" ? () => target.now() + ahead : Reflect.get(target, name)),
});

// Node writes this header with the machine's time, and AWS's clients correct their own by it.
subscribe("http.server.request.start", (message) => {
  (message as { response: ServerResponse }).response.setHeader("date", new Date().toUTCString());
});
