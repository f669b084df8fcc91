import { store } from "#adapters/providers/store.ts";
import { closeConnection } from "#core/delivery/connections.ts";
import { socketOf, type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const services = servicesOf(store);

/** $disconnect: removes the connection. */
export const handler = guarded(async (event: WebSocketEvent) => {
  await closeConnection(services(), socketOf(event));
  return { statusCode: 200 };
}, watchedMission);
