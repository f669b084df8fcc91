import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

export const SUBPROTOCOL = "gantry.v1";

/** The ticket a client offers as a subprotocol, `gantry.v1, ticket.<t>`: a query string would end up in logs. */
export function offeredTicket(headers: Headers): string | undefined {
  const offered = headerOf(headers, "sec-websocket-protocol") ?? "";
  const parts = offered.split(",").map((part) => part.trim());
  if (!parts.includes(SUBPROTOCOL)) return undefined;
  return parts.find((part) => part.startsWith("ticket."))?.slice("ticket.".length);
}
