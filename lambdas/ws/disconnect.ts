import { store } from "#adapters/parts/store.ts";
import { closeConnection } from "#core/delivery/connections.ts";
import { socketOf, type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";

const factory = factoryOf(store);

/** $disconnect: forgets the socket. */
export const handler = guarded(async (event: WebSocketEvent) => {
  await closeConnection(factory(), socketOf(event));
  return { statusCode: 200 };
}, watchedMission);
