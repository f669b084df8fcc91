import { store } from "#adapters/parts/store.ts";
import { closeConnection } from "#core/mission/connections.ts";
import { type WebSocketEvent, watchedMission } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";

const factory = factoryOf(store);

/** $disconnect: forgets the socket. */
export const handler = guarded(async ({ requestContext }: WebSocketEvent) => {
  const { tenant, mission_id } = requestContext.authorizer as { tenant: string; mission_id: string };
  await closeConnection(factory(), { tenant, mission_id, connection: requestContext.connectionId });
  return { statusCode: 200 };
}, watchedMission);
