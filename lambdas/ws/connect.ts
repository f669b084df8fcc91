import { clock } from "#adapters/providers/clock.ts";
import { store } from "#adapters/providers/store.ts";
import { openConnection } from "#core/delivery/connections.ts";
import { socketOf, type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";
import { SUBPROTOCOL } from "#lambdas/runtime/subprotocol.ts";

const services = servicesOf(store, clock);

/** $connect: stores the connection. Returns only the protocol as subprotocol, never the ticket. */
export const handler = guarded(async (event: WebSocketEvent) => {
  await openConnection(services(), socketOf(event));
  return { statusCode: 200, headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL } };
}, watchedMission);
