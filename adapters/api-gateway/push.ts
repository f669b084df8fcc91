import {
  type ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import type { Push } from "#core/delivery/push.ts";

/** API Gateway's WebSocket management API. */
export function createPush({ client }: { client: ApiGatewayManagementApiClient }): Push {
  return {
    async post(connection, message) {
      try {
        await client.send(new PostToConnectionCommand({ ConnectionId: connection, Data: message }));
        return true;
      } catch (error) {
        if (error instanceof GoneException) return false;
        throw error;
      }
    },
  };
}
