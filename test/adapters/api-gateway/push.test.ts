import type { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createPush } from "#adapters/api-gateway/push.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { nextMessage, opened, type SocketWorld, socketWorld } from "#test/local-cloud/apigateway/sockets.ts";

let world: SocketWorld;
let client: ApiGatewayManagementApiClient;

beforeAll(async () => {
  world = await socketWorld({});
  client = clientsAt(world.url.replace("ws:", "http:")).management;
});
afterAll(async () => {
  client.destroy();
  await world.close();
});

const connectionOf = (index: number) =>
  world.seen.filter(([name]) => name === "connect")[index]![1].requestContext.connectionId as string;

describe("a push", () => {
  it("reaches an open socket and is true", async () => {
    const socket = await opened(world.url);
    const message = nextMessage(socket);
    expect(await createPush({ client }).post(connectionOf(0), '{"seq":1,"message":"grüße"}')).toBe(true);
    expect(await message).toBe('{"seq":1,"message":"grüße"}');
    socket.terminate();
  });

  it("is false when the socket is gone or never was", async () => {
    const push = createPush({ client });
    const socket = await opened(world.url);
    const closed = new Promise((resolve) => socket.on("close", resolve));
    socket.close();
    await closed;
    expect(await push.post(connectionOf(1), "{}")).toBe(false);
    expect(await push.post("AAAAAAAAAAAAAAA=", "{}")).toBe(false);
  });

  it("that fails otherwise is an error", async () => {
    const socket = await opened(world.url);
    const push = createPush({ client });
    await expect(push.post(connectionOf(2), "x".repeat(128 * 1024 + 1))).rejects.toMatchObject({
      name: "PayloadTooLargeException",
    });
    socket.terminate();
  });
});
