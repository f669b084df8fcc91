import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { WebSocket } from "ws";
import { SITE_HEADERS } from "#core/web/site.ts";
import type { WebSocketApiOptions } from "#local-cloud/apigateway/websocket-api.ts";
import {
  dial,
  nextClose,
  nextMessage,
  opened,
  type SocketEvent,
  type SocketWorld,
  socketWorld,
} from "./sockets.ts";

let world: SocketWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function start(
  functions: Record<string, (event: SocketEvent) => unknown> = {},
  options: Partial<WebSocketApiOptions> = {},
): Promise<SocketWorld> {
  world = await socketWorld(functions, options);
  return world;
}

const policy = (Effect: string, context = {}) => ({
  principalId: "u_1",
  policyDocument: {
    Version: "2012-10-17",
    Statement: [{ Action: "execute-api:Invoke", Effect, Resource: "*" }],
  },
  context,
});
const authorizer = { function: "authorize", identitySource: ["route.request.header.Sec-WebSocket-Protocol"] };

describe("a WebSocket connection", () => {
  it("calls $connect with the request and opens once it returns 200", async () => {
    const { url, api, seen } = await start();
    const socket = await opened(`${url}/?mission=m_1&a=1&a=2`);
    expect(api.openSockets()).toBe(1);
    const [name, event] = seen[0]!;
    expect(name).toBe("connect");
    expect(event).toMatchObject({
      queryStringParameters: { mission: "m_1", a: "2" },
      multiValueQueryStringParameters: { a: ["1", "2"] },
      isBase64Encoded: false,
      requestContext: {
        routeKey: "$connect",
        eventType: "CONNECT",
        messageDirection: "IN",
        stage: "local",
        apiId: "gantry-ws",
        domainName: url.slice("ws://".length),
        identity: { sourceIp: "127.0.0.1" },
      },
    });
    expect(event.requestContext.connectionId).toMatch(/^[\w-]{15}=$/);
    expect(event).not.toHaveProperty("body");
    socket.close();
  });

  it("may have its path rewritten to a query, and exists at no other path", async () => {
    const { url, seen } = await start(
      {},
      {
        rewrite: ({ pathname, searchParams }) => {
          const mission = /^\/gantry\/ws\/([^/]+)$/.exec(pathname)?.[1];
          return mission === undefined
            ? undefined
            : { query: { ...Object.fromEntries(searchParams), mission } };
        },
      },
    );
    (await opened(`${url}/gantry/ws/m_1?after=7`)).close();
    expect(seen[0]![1].queryStringParameters).toEqual({ after: "7", mission: "m_1" });
    expect(await dial(`${url}/`)).toBe(403);
    expect(seen.filter(([name]) => name === "connect")).toHaveLength(1);
  });

  it.each([
    ["401", () => ({ statusCode: 401 }), 401],
    ["500", () => ({ statusCode: 500 }), 500],
    ["nothing", () => null, 502],
    ["an error", () => Promise.reject(new Error("secret")), 502],
    ["nothing in time", () => new Promise(() => {}), 504],
  ])("is refused when $connect returns %s", async (_name, connect, status) => {
    const { url, api, seen } = await start({ connect }, { timeoutMs: 50 });
    expect(await dial(url)).toBe(status);
    expect(api.openSockets()).toBe(0);
    expect(seen.map(([name]) => name)).toEqual(["connect"]);
  });

  it("is refused with the usual response headers and the request's own id", async () => {
    const { url } = await start({ connect: () => ({ statusCode: 401 }) });
    const asked = request(url.replace("ws:", "http:"), {
      headers: {
        connection: "upgrade",
        upgrade: "websocket",
        "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "sec-websocket-version": "13",
        "x-request-id": "caller-0001",
      },
    }).end();
    const [{ headers }] = (await once(asked, "response")) as [IncomingMessage];
    expect(headers).toMatchObject({ ...SITE_HEADERS, "x-request-id": "caller-0001" });
    expect(headers["x-duration"]).toMatch(/^[0-9.]+$/);
  });

  it("cannot be posted to before $connect has returned", async () => {
    const post = async (connectionId: string) =>
      (
        await fetch(
          `${world!.url.replace("ws:", "http:")}/local/@connections/${encodeURIComponent(connectionId)}`,
          { method: "POST", body: "hi" },
        )
      ).status;
    const early = Promise.withResolvers<number>();
    const { url, seen } = await start({
      connect: async ({ requestContext }) => {
        early.resolve(await post(requestContext.connectionId));
        return { statusCode: 200 };
      },
    });
    const socket = await opened(url);
    expect(await early.promise).toBe(410);
    expect(await post(seen[0]![1].requestContext.connectionId)).toBe(200);
    socket.close();
  });

  it("has the subprotocol that $connect chose, and none by default", async () => {
    const { url } = await start({
      connect: ({ headers }) =>
        headers["Sec-WebSocket-Protocol"] === "gantry.v1,ticket.abc"
          ? { statusCode: 200, headers: { "Sec-WebSocket-Protocol": "gantry.v1" } }
          : { statusCode: 200 },
    });
    expect((await opened(url, ["gantry.v1", "ticket.abc"])).protocol).toBe("gantry.v1");
    await expect(dial(url, ["other"])).rejects.toThrow("no subprotocol");
  });

  it("does not call $connect for a request that is no handshake", async () => {
    const { url, seen } = await start();
    const status = await new Promise((resolve) => {
      const headers = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" };
      request(url.replace("ws:", "http:"), { headers })
        .on("response", (response) => resolve(response.resume().statusCode))
        .end();
    });
    expect(status).toBe(400);
    expect(seen).toEqual([]);
  });
});

describe("the authorizer of a WebSocket API", () => {
  it("admits a caller and passes its context to every event", async () => {
    const functions = {
      authorize: () => policy("Allow", { tenant: "t_1", level: 2 }),
      connect: () => ({ statusCode: 200, headers: { "sec-websocket-protocol": "gantry.v1" } }),
    };
    const { url, seen } = await start(functions, { authorizer });
    const socket = await opened(url, ["gantry.v1"]);
    socket.send("hi");
    socket.close();
    await nextClose(socket);
    await world!.api.close();
    expect(seen.map(([name]) => name)).toEqual(["authorize", "connect", "default", "disconnect"]);
    expect(seen[0]![1]).toMatchObject({
      type: "REQUEST",
      methodArn: "arn:aws:execute-api:us-east-1:000000000000:gantry-ws/local/$connect",
      headers: { "Sec-WebSocket-Protocol": "gantry.v1" },
    });
    for (const [, event] of seen.slice(1))
      expect(event.requestContext.authorizer).toEqual({ principalId: "u_1", tenant: "t_1", level: "2" });
  });

  it.each([
    ["denies", () => policy("Deny"), 403],
    ["says Unauthorized", () => Promise.reject(new Error("Unauthorized")), 401],
    ["breaks", () => Promise.reject(new Error("boom")), 500],
  ])("refuses a caller when it %s", async (_name, authorize, status) => {
    const { url, seen } = await start({ authorize }, { authorizer });
    expect(await dial(url, ["gantry.v1"])).toBe(status);
    expect(seen.map(([name]) => name)).toEqual(["authorize"]);
  });

  it("is not called without its identity source, and called for every connection", async () => {
    const { url, seen } = await start(
      { authorize: () => policy("Allow"), connect: () => ({ statusCode: 403 }) },
      { authorizer },
    );
    expect(await dial(url)).toBe(401);
    expect(seen).toEqual([]);
    await dial(url, ["a"]);
    await dial(url, ["a"]);
    expect(seen.filter(([name]) => name === "authorize")).toHaveLength(2);
  });
});

describe("an open WebSocket connection", () => {
  const routes = { $connect: "connect", $disconnect: "disconnect", join: "join" };

  it("passes each message to the function of its route", async () => {
    const got = Promise.withResolvers<void>();
    const { url, seen } = await start(
      { default: () => got.resolve() },
      { routes: { ...routes, $default: "default" } },
    );
    const socket = await opened(url);
    socket.send('{"action":"join"}');
    socket.send('{"action":"$connect"}');
    await got.promise;
    const [, join] = seen.find(([name]) => name === "join")!;
    expect(join).toMatchObject({
      body: '{"action":"join"}',
      isBase64Encoded: false,
      requestContext: {
        routeKey: "join",
        eventType: "MESSAGE",
        connectionId: seen[0]![1].requestContext.connectionId,
      },
    });
    expect(join.requestContext.messageId).toEqual(expect.any(String));
    expect(join).not.toHaveProperty("headers");
    expect(seen.find(([name]) => name === "default")![1].requestContext.routeKey).toBe("$default");
  });

  it("receives AWS's error when no route matches or a function failed", async () => {
    const { url, seen } = await start({ join: () => Promise.reject(new Error("secret")) }, { routes });
    const socket = await opened(url);
    const connectionId = seen[0]![1].requestContext.connectionId;
    socket.send("hello");
    expect(JSON.parse(await nextMessage(socket))).toEqual({
      message: "Forbidden",
      connectionId,
      requestId: expect.any(String),
    });
    socket.send('{"action":"join"}');
    expect(JSON.parse(await nextMessage(socket))).toMatchObject({
      message: "Internal server error",
      connectionId,
    });
  });

  it("reports its end with code and reason", async () => {
    const gone = Promise.withResolvers<SocketEvent>();
    const { url, api } = await start({ disconnect: (event) => gone.resolve(event) });
    (await opened(url)).close(4001, "done here");
    expect(await gone.promise).toMatchObject({
      headers: { Host: url.slice("ws://".length) },
      requestContext: {
        routeKey: "$disconnect",
        eventType: "DISCONNECT",
        disconnectStatusCode: 4001,
        disconnectReason: "done here",
      },
    });
    expect(api.openSockets()).toBe(0);
  });

  it("accepts a message of 128 KB in frames of 32 KB, and nothing larger", async () => {
    const got = Promise.withResolvers<SocketEvent>();
    const { url, seen } = await start({ default: (event) => got.resolve(event) });
    const part = "x".repeat(32 * 1024);
    const sendParts = (socket: WebSocket, count: number) => {
      for (let i = 1; i <= count; i++) socket.send(part, { fin: i === count });
    };
    sendParts(await opened(url), 4);
    expect((await got.promise).body).toHaveLength(128 * 1024);

    const longMessage = await opened(url);
    sendParts(longMessage, 5);
    expect(await nextClose(longMessage)).toBe(1009);
    const longFrame = await opened(url);
    longFrame.send(`${part}x`);
    expect(await nextClose(longFrame)).toBe(1009);
    expect(seen.filter(([name]) => name === "default")).toHaveLength(1);
  });

  it("refuses binary messages", async () => {
    const { url } = await start();
    const socket = await opened(url);
    socket.send(Buffer.from([1, 2]));
    expect(await nextClose(socket)).toBe(1003);
  });

  it("is closed when idle", async () => {
    const { url } = await start({}, { idleMs: 50 });
    expect(await nextClose(await opened(url))).toBe(1001);
  });

  it("is closed with 1001 and reported when the API shuts down", async () => {
    const { url, api, seen } = await start();
    const closed = nextClose(await opened(url));
    await api.close();
    expect(await closed).toBe(1001);
    expect(seen.at(-1)![0]).toBe("disconnect");
  });
});
