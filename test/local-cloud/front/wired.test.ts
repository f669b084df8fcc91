import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createRestApi } from "#local-cloud/apigateway/rest-api.ts";
import { createWebSocketApi, type WebSocketApi } from "#local-cloud/apigateway/websocket-api.ts";
import { createFront, type Front } from "#local-cloud/front/front.ts";
import { credentials, OWNER, region } from "#test/cloud/target.ts";
import { dial, nextClose, nextMessage, opened } from "#test/local-cloud/apigateway/sockets.ts";

let front: Front;
let sockets: WebSocketApi;
let port: number;
let connectionId = "";

beforeAll(async () => {
  sockets = createWebSocketApi({
    routes: { $connect: "connect", $default: "echo" },
    rewrite: ({ pathname }) => {
      const mission = /^\/gantry\/ws\/([^/]+)$/.exec(pathname)?.[1];
      return mission ? { query: { mission } } : undefined;
    },
    invoke: async (name, event: any) => {
      connectionId = event.requestContext.connectionId;
      return name === "connect" && event.queryStringParameters.mission === "m_1" ? { statusCode: 200 } : null;
    },
  });
  const rest = createRestApi({
    routes: [{ method: "POST", path: "/length", function: "length" }],
    invoke: async (_name, event: any) => ({ statusCode: 200, body: String(event.body.length) }),
  });
  front = createFront({
    services: {
      "execute-api": (req, res) => sockets.manage(req, res, OWNER),
    },
    mounts: [],
    hosts: () => undefined,
    fallback: rest,
    upgrade: sockets.upgrade,
  });
  ({ port } = await front.listen(0));
});

afterAll(async () => {
  await sockets.close();
  await front.close();
});

describe("REST, WebSocket and its management on the one port", () => {
  it("open a socket below a path, and post to it by a signed request", async () => {
    const socket = await opened(`ws://127.0.0.1:${port}/gantry/ws/m_1`);
    const client = new ApiGatewayManagementApiClient({
      endpoint: `http://127.0.0.1:${port}`,
      region,
      credentials,
    });
    const got = nextMessage(socket);
    await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: "hello" }));
    expect(await got).toBe("hello");
    expect(sockets.openSockets()).toBe(1);
    const closed = nextClose(socket);
    socket.close(1000);
    expect(await closed).toBe(1000);
    client.destroy();
  });

  it("refuse a socket elsewhere, and one that $connect refuses", async () => {
    expect(await dial(`ws://127.0.0.1:${port}/elsewhere`)).toBe(403);
    expect(await dial(`ws://127.0.0.1:${port}/gantry/ws/m_2`)).toBe(502);
  });

  it("transfer large bodies completely", async () => {
    const body = "x".repeat(5_000_000);
    const answer = await fetch(`http://127.0.0.1:${port}/length`, { method: "POST", body });
    expect(await answer.text()).toBe("5000000");
  });
});
