import { closeConnection } from "#core/mission/connections.ts";
import type { WebSocketEvent } from "#lambdas/runtime/api-gateway.ts";
import { factory } from "#lambdas/runtime/factory.ts";

/** $disconnect: forgets the socket. */
export async function handler({ requestContext }: WebSocketEvent) {
  const { tenant, mission_id } = requestContext.authorizer as { tenant: string; mission_id: string };
  await closeConnection(factory(), { tenant, mission_id, connection: requestContext.connectionId });
  return { statusCode: 200 };
}
