import { clock } from "#adapters/parts/clock.ts";
import { store } from "#adapters/parts/store.ts";
import { openConnection } from "#core/delivery/connections.ts";
import { socketOf, type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { SUBPROTOCOL } from "#lambdas/runtime/subprotocol.ts";

const factory = factoryOf(store, clock);

/** $connect: remembers the socket. Only the name of the protocol is echoed, never the ticket. */
export const handler = guarded(async (event: WebSocketEvent) => {
  await openConnection(factory(), socketOf(event));
  return { statusCode: 200, headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL } };
}, watchedMission);
