export const SUBPROTOCOL = "gantry.v1";

/** The ticket a client offers as a subprotocol, `gantry.v1, ticket.<t>`: a query string would end up in logs. */
export function offeredTicket(headers: Readonly<Record<string, string | undefined>>): string | undefined {
  const offered =
    Object.entries(headers).find(([name]) => name.toLowerCase() === "sec-websocket-protocol")?.[1] ?? "";
  const parts = offered.split(",").map((part) => part.trim());
  if (!parts.includes(SUBPROTOCOL)) return undefined;
  return parts.find((part) => part.startsWith("ticket."))?.slice("ticket.".length);
}
