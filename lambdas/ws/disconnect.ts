import { store } from "#adapters/parts/store.ts";
import { closeConnection } from "#core/mission/connections.ts";
import type { WebSocketEvent } from "#lambdas/runtime/api-gateway.ts";
import { factoryOf } from "#lambdas/runtime/factory.ts";

const factory = factoryOf(store);

/** $disconnect: forgets the socket. */
export async function handler({ requestContext }: WebSocketEvent) {
  const { tenant, mission_id } = requestContext.authorizer as { tenant: string; mission_id: string };
  await closeConnection(factory(), { tenant, mission_id, connection: requestContext.connectionId });
  return { statusCode: 200 };
}
