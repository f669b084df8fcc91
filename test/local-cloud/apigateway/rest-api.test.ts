import { createServer, type Server } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createRestApi, type RestApiOptions } from "#local-cloud/apigateway/rest-api.ts";
import { createFront, type Front } from "#local-cloud/front/front.ts";

type Event = Record<string, any>;
let server: Server | undefined;
let front: Front | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  await front?.close();
  server = front = undefined;
});

const routes = [
  { method: "GET", path: "/open", function: "open" },
  { method: "POST", path: "/gantry/status/{id}", function: "status", authorizer: "session" },
  { method: "DELETE", path: "/gantry/status/{id}", function: "status", authorizer: "session" },
  { method: "POST", path: "/open", function: "open" },
];
const session = { function: "authorize", identitySource: ["method.request.header.Cookie"], ttlSeconds: 60 };
const ok = { statusCode: 200, body: "ok" };
const policy = (Effect: string, Resource: string, context = {}) => ({
  principalId: "u_1",
  policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect, Resource }] },
  context,
});

/** An API whose functions are given here, and the events they saw. */
async function start(
  functions: Record<string, (event: Event) => unknown>,
  options: Partial<RestApiOptions> = {},
) {
  const seen: Event[] = [];
  const handle = createRestApi({
    routes,
    authorizers: { session },
    stage: "dev",
    invoke: async (name, event) => {
      seen.push(event as Event);
      return functions[name]!(event as Event);
    },
    ...options,
  });
  server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, handle };
}

it("a REST API compresses large replies for clients that accept it, unless the function did", async () => {
  const large = JSON.stringify({ text: "a".repeat(2000) });
  const { base } = await start(
    {
      open: () => ({ statusCode: 200, body: large }),
      status: () => ({ statusCode: 200, body: large, headers: { "content-encoding": "identity" } }),
    },
    {
      minimumCompressionSize: 1000,
      routes: [
        { method: "GET", path: "/open", function: "open" },
        { method: "GET", path: "/own", function: "status" },
      ],
    },
  );
  const ask = (path: string, encoding: string) =>
    fetch(`${base}${path}`, { headers: { "accept-encoding": encoding } });
  const packed = await ask("/open", "gzip");
  expect([packed.headers.get("content-encoding"), packed.headers.get("vary")]).toEqual([
    "gzip",
    "Accept-Encoding",
  ]);
  expect(Number(packed.headers.get("content-length"))).toBeLessThan(200);
  expect(await packed.text()).toBe(large);
  expect((await ask("/open", "identity")).headers.get("content-encoding")).toBeNull();
  expect((await ask("/own", "gzip")).headers.get("content-encoding")).toBe("identity");
});

describe("a REST API's proxy event", () => {
  it("contains the request as in payload version 1.0", async () => {
    const { base, seen } = await start(
      { open: () => ok },
      {
        routes: [{ method: "POST", path: "/a/{id}/{rest+}", function: "open" }],
        now: () => Date.UTC(2026, 10, 21, 9),
      },
    );
    await fetch(`${base}/a/m%201/x/y?q=1&q=two%20words&e=`, {
      method: "POST",
      headers: { "content-type": "text/plain", "User-Agent": "test", "X-Forwarded-For": "203.0.113.9" },
      body: "grüße",
    });
    const host = base.slice("http://".length);
    expect(seen[0]).toMatchObject({
      resource: "/a/{id}/{rest+}",
      path: "/a/m%201/x/y",
      httpMethod: "POST",
      queryStringParameters: { q: "two words", e: "" },
      multiValueQueryStringParameters: { q: ["1", "two words"], e: [""] },
      pathParameters: { id: "m%201", rest: "x/y" },
      stageVariables: null,
      body: "grüße",
      isBase64Encoded: false,
      requestContext: {
        resourcePath: "/a/{id}/{rest+}",
        httpMethod: "POST",
        path: "/dev/a/m%201/x/y",
        stage: "dev",
        protocol: "HTTP/1.1",
        requestTime: "21/Nov/2026:09:00:00 +0000",
        requestTimeEpoch: Date.UTC(2026, 10, 21, 9),
        domainName: host,
        identity: { sourceIp: "127.0.0.1", userAgent: "test", accessKey: null },
      },
    });
    expect(seen[0]!.headers).toMatchObject({
      "content-type": "text/plain",
      "X-Forwarded-For": "203.0.113.9, 127.0.0.1",
    });
    expect(seen[0]!.multiValueHeaders["content-type"]).toEqual(["text/plain"]);
    expect(Object.keys(seen[0]!.headers).map((name) => name.toLowerCase())).not.toContain("connection");
    expect(seen[0]!.requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("contains null for absent parts", async () => {
    const { base, seen } = await start({ open: () => ok });
    await fetch(`${base}/open`);
    expect(seen[0]).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      body: null,
      isBase64Encoded: false,
    });
  });

  it("contains the body of a declared binary type in base64, in both directions", async () => {
    const bytes = new Uint8Array([0, 255, 128, 10]);
    const functions = {
      open: (event: Event) => ({ statusCode: 200, isBase64Encoded: true, body: event.body ?? "" }),
    };
    const { base, seen } = await start(functions, { binaryMediaTypes: ["image/*"] });
    const answer = await fetch(`${base}/open`, {
      method: "POST",
      headers: { "content-type": "image/png", accept: "image/png,*/*" },
      body: bytes,
    });
    expect(seen[0]).toMatchObject({ isBase64Encoded: true, body: Buffer.from(bytes).toString("base64") });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    const text = await fetch(`${base}/open`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "hi",
    });
    expect(seen[1]).toMatchObject({ isBase64Encoded: false, body: "hi" });
    expect(await text.text()).toBe("hi");
  });

  it("is the same over HTTP/2: one cookie, a Host, no pseudo-headers", async () => {
    const { seen, handle } = await start({ open: () => ok });
    front = createFront({ services: {}, mounts: [], hosts: () => undefined, fallback: handle, upgrade() {} });
    const { port } = await front.listen(0);
    const client = connectHttp2(`http://127.0.0.1:${port}`);
    const stream = client.request({ ":path": "/open", cookie: ["a=1", "b=2"] as never });
    let body = "";
    for await (const chunk of stream.setEncoding("utf8")) body += chunk;
    client.close();
    expect(body).toBe("ok");
    expect(seen[0]!.multiValueHeaders).toMatchObject({ cookie: ["a=1; b=2"], Host: [`127.0.0.1:${port}`] });
    expect(Object.keys(seen[0]!.headers).some((name) => name.startsWith(":"))).toBe(false);
  });
});

describe("a function's result", () => {
  it("becomes the response, including several cookies", async () => {
    const { base } = await start({
      open: () => ({
        statusCode: 201,
        headers: { "X-One": 1, "set-cookie": "lost=1" },
        multiValueHeaders: { "Set-Cookie": ["a=1; HttpOnly", "b=2"] },
        body: '{"a":1}',
      }),
    });
    const answer = await fetch(`${base}/open`);
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
    expect(answer.headers.get("x-one")).toBe("1");
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.json()).toEqual({ a: 1 });
  });

  it("may have no body, and cannot replace API Gateway's own headers", async () => {
    const { base } = await start({
      open: () => ({ statusCode: 204, headers: { Server: "mine", Date: "never" } }),
    });
    const answer = await fetch(`${base}/open`);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(answer.headers.get("x-amzn-remapped-server")).toBe("mine");
    expect(answer.headers.get("date")).not.toBe("never");
  });

  it.each([
    ["null", null],
    ["a string", "hello"],
    ["no status", { body: "x" }],
    ["a body that is an object", { statusCode: 200, body: {} }],
    ["an unknown key", { statusCode: 200, body: "x", cookies: [] }],
    ["a nested header", { statusCode: 200, headers: { a: ["x"] } }],
    ["transfer-encoding", { statusCode: 200, headers: { "Transfer-Encoding": "chunked" } }],
  ])("is a 502 when it is malformed: %s", async (_name, result) => {
    const { base } = await start({ open: () => result });
    const answer = await fetch(`${base}/open`);
    expect([answer.status, await answer.text()]).toEqual([502, '{"message":"Internal server error"}']);
  });

  it("is a 502 without the reason when the function throws", async () => {
    const { base } = await start({ open: () => Promise.reject(new Error("secret")) });
    const answer = await fetch(`${base}/open`);
    expect([answer.status, await answer.text()]).toEqual([502, '{"message":"Internal server error"}']);
  });

  it("is a 504 when it exceeds the time limit", async () => {
    const { base } = await start({ open: () => new Promise(() => {}) }, { limits: { timeoutMs: 20 } });
    const answer = await fetch(`${base}/open`);
    expect([answer.status, await answer.text()]).toEqual([504, '{"message":"Endpoint request timed out"}']);
  });
});

describe("a request that reaches no function", () => {
  it("has an unknown route", async () => {
    const { base, seen } = await start({});
    for (const [method, path] of [
      ["GET", "/nope"],
      ["PUT", "/open"],
    ] as const) {
      const answer = await fetch(`${base}${path}`, { method });
      expect([answer.status, await answer.text()]).toEqual([
        403,
        '{"message":"Missing Authentication Token"}',
      ]);
    }
    expect(seen).toEqual([]);
  });

  it("has a body above the limit, with or without a stated length", async () => {
    const { base, seen } = await start({ open: () => ok }, { limits: { bodyBytes: 1000 } });
    const announced = await fetch(`${base}/open`, { method: "POST", body: "x".repeat(1001) });
    expect([announced.status, await announced.text()]).toEqual([413, '{"message":"Request Too Long"}']);
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 3; i++) controller.enqueue(new Uint8Array(500));
        controller.close();
      },
    });
    const streamed = await fetch(`${base}/open`, { method: "POST", body, duplex: "half" } as RequestInit);
    expect(streamed.status).toBe(413);
    expect(seen).toEqual([]);
    expect((await fetch(`${base}/open`, { method: "POST", body: "x".repeat(1000) })).status).toBe(200);
  });
});

describe("an authorizer", () => {
  const status = (base: string, method = "POST", cookie: string | undefined = "s=1", id = "m_1") =>
    fetch(`${base}/gantry/status/${id}`, { method, headers: cookie ? { cookie } : {} });

  it("receives the request and passes its context to the function, as strings", async () => {
    const { base, seen } = await start({
      authorize: () => policy("Allow", "*", { tenant: "t_1", level: 3, admin: false }),
      status: () => ok,
    });
    expect((await status(base)).status).toBe(200);
    expect(seen[0]).toMatchObject({
      type: "REQUEST",
      methodArn: "arn:aws:execute-api:us-east-1:000000000000:gantry/dev/POST/gantry/status/m_1",
      headers: { cookie: "s=1" },
      pathParameters: { id: "m_1" },
    });
    expect(seen[0]).not.toHaveProperty("body");
    expect(seen[1]!.requestContext.authorizer).toEqual({
      principalId: "u_1",
      tenant: "t_1",
      level: "3",
      admin: "false",
    });
  });

  it("is not called without its identity source", async () => {
    const { base, seen } = await start({});
    const answer = await status(base, "POST", "");
    expect([answer.status, await answer.text()]).toEqual([401, '{"message":"Unauthorized"}']);
    expect(seen).toEqual([]);
  });

  it.each([
    [
      "an explicit deny",
      () => policy("Deny", "*"),
      403,
      "User is not authorized to access this resource with an explicit deny",
    ],
    [
      "another resource",
      () => policy("Allow", "arn:aws:execute-api:*/other"),
      403,
      "User is not authorized to access this resource",
    ],
    ["Unauthorized", () => Promise.reject(new Error("Unauthorized")), 401, "Unauthorized"],
    ["any other failure", () => Promise.reject(new Error("boom")), 500, null],
    ["no policy", () => ({ principalId: "u" }), 500, null],
    ["nothing in time", () => new Promise(() => {}), 500, null],
  ])("that returns %s stops the request", async (_name, authorize, expected, message) => {
    const { base, seen } = await start({ authorize }, { limits: { timeoutMs: 50 } });
    const answer = await status(base);
    expect([answer.status, await answer.json()]).toEqual([expected, { message }]);
    expect(seen).toHaveLength(1);
  });

  it("is called once per identity while its reply is cached, and the cached policy is evaluated anew", async () => {
    let clock = 0;
    const { base, seen } = await start(
      { authorize: (event) => policy("Allow", event.methodArn.replace("m_1", "m_?")), status: () => ok },
      { now: () => clock },
    );
    const asked = () => seen.filter((event) => event.type === "REQUEST").length;
    expect((await status(base)).status).toBe(200);
    expect((await status(base, "POST", "s=1", "m_2")).status).toBe(200);
    expect((await status(base, "DELETE")).status).toBe(403);
    expect(asked()).toBe(1);
    await status(base, "POST", "s=2");
    expect(asked()).toBe(2);
    clock = 60_000;
    await status(base);
    expect(asked()).toBe(3);
  });

  it("without a TTL is called every time and needs no identity source", async () => {
    const authorizers = { session: { function: "authorize", identitySource: [], ttlSeconds: 0 } };
    const { base, seen } = await start(
      { authorize: () => policy("Allow", "*"), status: () => ok },
      { authorizers },
    );
    await status(base, "POST", "");
    await status(base, "POST", "");
    expect(seen).toHaveLength(4);
  });

  it("is validated when the API is created", () => {
    const make = (options: Partial<RestApiOptions>) => () =>
      createRestApi({ routes, invoke: async () => ok, authorizers: { session }, ...options });
    expect(make({ authorizers: {} })).toThrow("names the authorizer session, which is not defined");
    expect(make({ authorizers: { session: { ...session, identitySource: [] } } })).toThrow(
      "at least one identity",
    );
    expect(make({ authorizers: { session: { ...session, identitySource: ["body.x"] } } })).toThrow("body.x");
    expect(make({ authorizers: { session: { ...session, ttlSeconds: 3601 } } })).toThrow("ttlSeconds");
  });
});
