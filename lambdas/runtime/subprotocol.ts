import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

export const SUBPROTOCOL = "gantry.v1";

/** The ticket in the subprotocols `gantry.v1, ticket.<t>`. Not in the query string, because that would be logged. */
export function offeredTicket(headers: Headers): string | undefined {
  const offered = headerOf(headers, "sec-websocket-protocol") ?? "";
  const parts = offered.split(",").map((part) => part.trim());
  if (!parts.includes(SUBPROTOCOL)) return undefined;
  return parts.find((part) => part.startsWith("ticket."))?.slice("ticket.".length);
}
