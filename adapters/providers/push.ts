import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { z } from "zod";
import { createPush } from "#adapters/api-gateway/push.ts";
import { provider } from "#adapters/provider.ts";

export const push = provider({
  name: "push",
  env: { WEBSOCKET_MANAGEMENT_URL: z.url() },
  create: ({ WEBSOCKET_MANAGEMENT_URL }) =>
    createPush({ client: new ApiGatewayManagementApiClient({ endpoint: WEBSOCKET_MANAGEMENT_URL }) }),
});
