import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { WebSocket } from "ws";
import {
  nextClose,
  nextMessage,
  opened,
  type SocketWorld,
  socketWorld,
} from "#test/local-cloud/apigateway/sockets.ts";
import { credentials, region } from "./target.ts";

/**
 * The management API as AWS documents it. Against another endpoint set CLOUD_ENDPOINT and CLOUD_WEBSOCKET, the
 * address of an API whose $default route answers every message with `{"connectionId": …}`.
 */
let world: SocketWorld | undefined;
let client: ApiGatewayManagementApiClient;
let address: string;

beforeAll(async () => {
  let endpoint = process.env.CLOUD_ENDPOINT;
  address = process.env.CLOUD_WEBSOCKET ?? "";
  if (!endpoint || !address) {
    world = await socketWorld({
      default: async ({ requestContext: { connectionId } }) => {
        const Data = JSON.stringify({ connectionId });
        await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data }));
      },
    });
    address = world.url;
    endpoint = address.replace("ws:", "http:");
  }
  client = new ApiGatewayManagementApiClient({ endpoint, region, credentials });
});

afterAll(async () => {
  client.destroy();
  await world?.close();
});

async function connection(): Promise<{ socket: WebSocket; ConnectionId: string }> {
  const socket = await opened(address);
  socket.send("who am I?");
  return { socket, ConnectionId: JSON.parse(await nextMessage(socket)).connectionId };
}

describe("API Gateway management API", () => {
  it("posts text to a connection", async () => {
    const { socket, ConnectionId } = await connection();
    const got = nextMessage(socket);
    await client.send(new PostToConnectionCommand({ ConnectionId, Data: '{"seq":1,"text":"grüße"}' }));
    expect(await got).toBe('{"seq":1,"text":"grüße"}');
    socket.close();
  });

  it("describes a connection", async () => {
    const { socket, ConnectionId } = await connection();
    const found = await client.send(new GetConnectionCommand({ ConnectionId }));
    expect(found.ConnectedAt).toBeInstanceOf(Date);
    expect(found.LastActiveAt!.getTime()).toBeGreaterThanOrEqual(found.ConnectedAt!.getTime());
    expect(found.Identity!.SourceIp).toEqual(expect.any(String));
    socket.close();
  });

  it("closes a connection", async () => {
    const { socket, ConnectionId } = await connection();
    const closed = nextClose(socket);
    await client.send(new DeleteConnectionCommand({ ConnectionId }));
    expect(await closed).toBe(1000);
  });

  it("returns 410 GoneException for a connection that is closed or never existed", async () => {
    const { socket, ConnectionId } = await connection();
    const closed = nextClose(socket);
    socket.close();
    await closed;
    const gone = { name: "GoneException", $metadata: { httpStatusCode: 410 } };
    for (const id of [ConnectionId, "AAAAAAAAAAAAAAA="]) {
      await expect(
        client.send(new PostToConnectionCommand({ ConnectionId: id, Data: "x" })),
      ).rejects.toMatchObject(gone);
      await expect(client.send(new GetConnectionCommand({ ConnectionId: id }))).rejects.toMatchObject(gone);
      await expect(client.send(new DeleteConnectionCommand({ ConnectionId: id }))).rejects.toMatchObject(
        gone,
      );
    }
  });

  it("refuses more than 128 KB", async () => {
    const { socket, ConnectionId } = await connection();
    const Data = "x".repeat(128 * 1024 + 1);
    await expect(client.send(new PostToConnectionCommand({ ConnectionId, Data }))).rejects.toMatchObject({
      name: "PayloadTooLargeException",
      $metadata: { httpStatusCode: 413 },
    });
    const got = nextMessage(socket);
    await client.send(new PostToConnectionCommand({ ConnectionId, Data: Data.slice(1) }));
    expect(await got).toHaveLength(128 * 1024);
    socket.close();
  });
});
