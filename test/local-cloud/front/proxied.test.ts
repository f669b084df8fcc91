import { request } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it } from "@jest/globals";
import { requestHeaders } from "#local-cloud/apigateway/request-parts.ts";
import { createFront, type Front, type FrontOptions } from "#local-cloud/front/front.ts";
import { type CloudHandler, send } from "#local-cloud/http.ts";
import { viewerOf } from "#local-cloud/viewer.ts";

const PUBLIC = new URL("https://gantry.example.com");

/** Replies with what functions would see of the request. */
const seen: CloudHandler = async (req, res) => {
  const { single } = requestHeaders(req);
  const named = Object.fromEntries(
    Object.entries(single).map(([name, value]) => [name.toLowerCase(), value]),
  );
  send(res, 200, JSON.stringify({ ...viewerOf(req), headers: named }));
};
const says =
  (name: string): CloudHandler =>
  async (_, res) =>
    send(res, 200, name);

let front: Front | undefined;
afterEach(async () => {
  await front?.close();
  front = undefined;
});

async function start(options: Partial<FrontOptions> = {}, host?: string): Promise<number> {
  front = createFront({
    services: { dynamodb: says("dynamodb"), s3: says("s3") },
    mounts: [{ prefix: "/github", handler: says("github") }],
    hosts: () => says("project"),
    fallback: seen,
    upgrade: (req, socket) =>
      void socket.end(
        `HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\nx-seen: ${req.headers.host}\r\n\r\n`,
      ),
    publicUrl: PUBLIC,
    graceMs: 300,
    ...options,
  });
  return (await front.listen(0, host)).port;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request with exactly these headers. */
function ask(port: number, path: string, headers: Record<string, string>, address = "127.0.0.1") {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: address, port, path, headers }, async (response) => {
      let text = "";
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      resolve({ status: response.statusCode ?? 0, text });
    });
    sent.on("error", reject).on("upgrade", ({ headers: { "x-seen": text } }, socket) => {
      socket.destroy();
      resolve({ status: 101, text: String(text) });
    });
    sent.end();
  });
}

const FORWARDED = {
  host: "gantry.example.com",
  "x-forwarded-proto": "https",
  "x-forwarded-for": "198.51.100.1, 203.0.113.9",
};
const upgrade = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};

describe("a request that a proxy on this machine forwards", () => {
  it.each([
    ["that keeps the host", FORWARDED],
    ["that names the port as well", { ...FORWARDED, host: "gantry.example.com:443" }],
    ["that rewrites the host", { ...FORWARDED, host: "", "x-forwarded-host": "gantry.example.com" }],
    ["that rewrites the host and does not name it", { ...FORWARDED, host: "" }],
  ])("%s has the public host and the viewer's address and protocol", async (_, headers) => {
    const port = await start();
    const { status, text } = await ask(port, "/health", {
      ...headers,
      host: headers.host || `127.0.0.1:${port}`,
    });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        address: "203.0.113.9",
        protocol: "https",
        headers: expect.objectContaining({
          host: "gantry.example.com",
          "x-forwarded-proto": "https",
          "x-forwarded-for": "203.0.113.9",
        }),
      },
    ]);
  });

  it("has the public host over HTTP/2 as well", async () => {
    const port = await start();
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    const stream = session.request({
      ":path": "/",
      "x-forwarded-host": PUBLIC.host,
      "x-forwarded-proto": "https",
    });
    let body = "";
    for await (const chunk of stream.setEncoding("utf8")) body += chunk;
    session.close();
    expect(JSON.parse(body)).toMatchObject({ protocol: "https", headers: { host: PUBLIC.host } });
  });

  it("has the proxy's own address when it forwards none", async () => {
    const { text } = await ask(await start(), "/", { host: PUBLIC.host, "x-forwarded-for": "nobody" });
    expect(JSON.parse(text)).toMatchObject({ address: "127.0.0.1", protocol: "https" });
  });

  it("reaches no AWS service, mount or project, and opens sockets", async () => {
    const port = await start();
    const signed = `AWS4-HMAC-SHA256 Credential=k/20261121/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`;
    for (const [path, headers] of [
      ["/github/x", {}],
      ["/", { authorization: signed }],
      ["/?X-Amz-Credential=k%2F20261121%2Fus-east-1%2Fs3%2Faws4_request", {}],
    ] as const)
      expect(JSON.parse((await ask(port, path, { ...FORWARDED, ...headers })).text)).toMatchObject({
        protocol: "https",
      });
    const socket = await ask(port, "/", { ...FORWARDED, ...upgrade });
    expect(socket).toEqual({ status: 101, text: "gantry.example.com" });
  });

  it.each([
    ["another host", { ...FORWARDED, host: "evil.example" }, 421],
    [
      "a rewritten host that was another one",
      { ...FORWARDED, host: "", "x-forwarded-host": "evil.example" },
      421,
    ],
    ["two hosts", { ...FORWARDED, host: "", "x-forwarded-host": "evil.example, gantry.example.com" }, 421],
    ["the host of a project", { ...FORWARDED, host: "todo.localhost" }, 421],
    ["http", { ...FORWARDED, "x-forwarded-proto": "http" }, 403],
  ])("is refused with %s", async (_, headers, status) => {
    const port = await start();
    const host = headers.host || "127.0.0.1";
    const sent = { ...headers, host: host.includes("example") ? host : `${host}:${port}` };
    expect((await ask(port, "/", sent)).status).toBe(status);
    expect((await ask(port, "/", { ...sent, ...upgrade })).status).toBe(status);
  });

  it("over http is accepted if the public address is http", async () => {
    const port = await start({ publicUrl: new URL("http://gantry.lan:8080") });
    const { text } = await ask(port, "/", { host: "gantry.lan:8080" });
    expect(JSON.parse(text)).toMatchObject({ protocol: "http", headers: { host: "gantry.lan:8080" } });
  });
});

describe("a request without a proxy", () => {
  it("is served as before, and names no other protocol", async () => {
    const port = await start();
    const host = `127.0.0.1:${port}`;
    expect((await ask(port, "/github/x", { host })).text).toBe("github");
    const { text } = await ask(port, "/", { host });
    expect(JSON.parse(text)).toMatchObject({ protocol: "http", headers: { "x-forwarded-proto": "http" } });
  });

  it("may claim nothing where there is no public address", async () => {
    const port = await start({ publicUrl: undefined });
    expect((await ask(port, "/", FORWARDED)).status).toBe(421);
    const { text } = await ask(port, "/", { ...FORWARDED, host: `127.0.0.1:${port}` });
    expect(JSON.parse(text)).toMatchObject({
      address: "127.0.0.1",
      protocol: "http",
      headers: { "x-forwarded-proto": "http" },
    });
  });
});

const other = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === "IPv4" && !address.internal)?.address;

(other ? describe : describe.skip)("a peer on another machine", () => {
  it("is not believed what it forwards", async () => {
    const port = await start({}, "0.0.0.0");
    expect((await ask(port, "/", FORWARDED, other)).status).toBe(421);
    const sent = { ...FORWARDED, host: `127.0.0.1:${port}`, "x-forwarded-host": PUBLIC.host };
    expect(JSON.parse((await ask(port, "/", sent, other)).text)).toMatchObject({
      address: other,
      protocol: "http",
      headers: { "x-forwarded-proto": "http" },
    });
  });
});
