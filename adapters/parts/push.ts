import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { z } from "zod";
import { part } from "#adapters/part.ts";
import { createPush } from "#adapters/push.ts";

export const push = part({
  name: "push",
  env: { WEBSOCKET_MANAGEMENT_URL: z.url() },
  make: ({ WEBSOCKET_MANAGEMENT_URL }) =>
    createPush({ client: new ApiGatewayManagementApiClient({ endpoint: WEBSOCKET_MANAGEMENT_URL }) }),
});
