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

/** The connection id of the socket that was opened last. */
const lastConnection = () =>
  world.seen.findLast(([name]) => name === "connect")?.[1].requestContext.connectionId as string;

describe("posting to a socket", () => {
  it("delivers the text to an open socket and returns true", async () => {
    const socket = await opened(world.url);
    const message = nextMessage(socket);
    expect(await createPush({ client }).post(lastConnection(), '{"seq":1,"message":"grüße"}')).toBe(true);
    expect(await message).toBe('{"seq":1,"message":"grüße"}');
    socket.terminate();
  });

  it("returns false for a socket that is closed or never existed", async () => {
    const push = createPush({ client });
    const socket = await opened(world.url);
    const closed = new Promise((resolve) => socket.on("close", resolve));
    socket.close();
    await closed;
    expect(await push.post(lastConnection(), "{}")).toBe(false);
    expect(await push.post("AAAAAAAAAAAAAAA=", "{}")).toBe(false);
  });

  it("throws for any other failure", async () => {
    const socket = await opened(world.url);
    const push = createPush({ client });
    await expect(push.post(lastConnection(), "x".repeat(128 * 1024 + 1))).rejects.toMatchObject({
      name: "PayloadTooLargeException",
    });
    socket.terminate();
  });
});
