import type { ServerResponse } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { SITE_HEADERS } from "#core/web/site.ts";
import { problemBody } from "#local/problem-body.ts";
import { createFront, type Front, type FrontOptions } from "#local-cloud/front/front.ts";
import { type CloudHandler, readBody, send } from "#local-cloud/http.ts";

const says =
  (name: string): CloudHandler =>
  async (req, res) =>
    send(res, 200, `${name} ${req.method} ${req.url}`);

let front: Front | undefined;
afterEach(async () => {
  await front?.close();
  front = undefined;
});

async function start(options: Partial<FrontOptions> = {}): Promise<number> {
  front = createFront({
    services: { dynamodb: says("dynamodb"), s3: says("s3"), bedrock: says("bedrock") },
    mounts: [{ prefix: "/github", handler: says("github") }],
    hosts: (host) => (host === "todo.localhost" ? says("todo") : undefined),
    fallback: says("rest"),
    upgrade: (_req, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"),
    graceMs: 300,
    headers: SITE_HEADERS,
    renderProblem: problemBody,
    ...options,
  });
  return (await front.listen(0)).port;
}

const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=gantry/20261121/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`;

/** Sends raw bytes, in the given pieces, and returns everything that came back. */
async function raw(port: number, ...pieces: string[]): Promise<string> {
  const socket: Socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
  });
  const closed = new Promise((resolve) => socket.on("close", resolve).on("error", resolve));
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await closed;
  return answer;
}

const headersMissing = (reply: string) =>
  Object.entries(SITE_HEADERS)
    .map(([name, value]) => `${name}: ${value}`)
    .filter((line) => !reply.toLowerCase().includes(line.toLowerCase()));

async function overHttp2(
  port: number,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const session = connectHttp2(`http://127.0.0.1:${port}`);
  const stream = session.request({ ":path": "/", ...headers });
  const status = new Promise<number>((resolve) => {
    stream.on("response", (head) => resolve(Number(head[":status"])));
  });
  let body = "";
  for await (const chunk of stream.setEncoding("utf8")) body += chunk;
  session.close();
  return { status: await status, body };
}

describe("the one port of the local cloud", () => {
  it("selects the service from the signature in the header or the presigned URL", async () => {
    const base = `http://127.0.0.1:${await start()}`;
    const signed = await fetch(`${base}/`, { method: "POST", headers: { authorization: scope("dynamodb") } });
    expect(await signed.text()).toBe("dynamodb POST /");
    const credential = encodeURIComponent("gantry/20261121/us-east-1/s3/aws4_request");
    const presigned = await fetch(`${base}/b/k?X-Amz-Credential=${credential}`);
    expect(await presigned.text()).toMatch(/^s3 GET \/b\/k/);
  });

  it("refuses presigned URLs of services other than S3, which a web page could send by itself", async () => {
    const base = `http://127.0.0.1:${await start()}`;
    const credential = encodeURIComponent("gantry/20261121/us-east-1/bedrock/aws4_request");
    const answer = await fetch(`${base}/model/m/converse?X-Amz-Credential=${credential}`, { method: "POST" });
    expect(await answer.text()).toMatch(/^rest POST/);
  });

  it("selects Bedrock for a bearer key below /model/, and REST for any other", async () => {
    const base = `http://127.0.0.1:${await start()}`;
    const headers = { authorization: "Bearer key" };
    expect(await (await fetch(`${base}/model/m/converse`, { headers })).text()).toMatch(/^bedrock/);
    expect(await (await fetch(`${base}/gantry/latest`, { headers })).text()).toMatch(/^rest/);
  });

  it.each(["sqs", "constructor", "valueof"])("names a service that it does not have: %s", async (service) => {
    const response = await fetch(`http://127.0.0.1:${await start()}/`, {
      headers: { authorization: scope(service) },
    });
    expect(response.status).toBe(501);
    expect(response.headers.get("x-amzn-errortype")).toBe("UnknownService");
    expect(await response.json()).toEqual({ message: `there is no service ${service} here` });
  });

  it("passes a mount its path without the prefix, on whole segments only", async () => {
    const base = `http://127.0.0.1:${await start()}`;
    expect(await (await fetch(`${base}/github/repos/a?x=1`)).text()).toBe("github GET /repos/a?x=1");
    expect(await (await fetch(`${base}/github?x=1`)).text()).toBe("github GET /?x=1");
    expect(await (await fetch(`${base}/githubber`)).text()).toBe("rest GET /githubber");
  });

  it("serves HTTP/2 with prior knowledge on the same port", async () => {
    const port = await start();
    expect(await overHttp2(port, { authorization: scope("bedrock"), ":path": "/model/m/converse" })).toEqual({
      status: 200,
      body: "bedrock GET /model/m/converse",
    });
    expect((await overHttp2(port, { ":authority": "evil.example" })).status).toBe(421);
  });

  it("recognises both protocols when the first bytes arrive one by one", async () => {
    const port = await start();
    const request = `PROPFIND /slow HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
    expect(await raw(port, "P", "R", request.slice(2))).toMatch(/rest PROPFIND \/slow/);
    expect(await raw(port, "PRI", " * HTTP/2.0\r\n\r\nbad!")).not.toMatch(/HTTP\/1.1/);
  });

  it("refuses a host name other than this machine's, whether signed, unsigned or an upgrade", async () => {
    const port = await start();
    const ask = (extra: string) => raw(port, `GET / HTTP/1.1\r\nConnection: close\r\n${extra}\r\n\r\n`);
    expect(await ask(`Host: evil.example:${port}`)).toMatch(/^HTTP\/1.1 421/);
    expect(await ask(`Host: evil.example:${port}\r\nAuthorization: ${scope("s3")}`)).toMatch(
      /^HTTP\/1.1 421/,
    );
    expect(await ask(`Host: 127.0.0.1:1`)).toMatch(/^HTTP\/1.1 421/);
    const upgrade = (host: string) =>
      raw(
        port,
        `GET / HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
    expect(await upgrade("evil.example")).toMatch(/^HTTP\/1.1 421/);
    expect(await upgrade("todo.localhost")).toMatch(/^HTTP\/1.1 421/);
    expect(await upgrade("127.0.0.1")).toMatch(/^HTTP\/1.1 101/);
  });

  it("refuses a request with two hosts in any form", async () => {
    const port = await start();
    const self = `127.0.0.1:${port}`;
    const ask = (target: string, ...headers: string[]) =>
      raw(port, `GET ${target} HTTP/1.1\r\nConnection: close\r\n${headers.join("\r\n")}\r\n\r\n`);
    expect(await ask("/", `Host: ${self}`, "Host: evil.example")).toMatch(/^HTTP\/1.1 400/);
    expect(await ask("/", `Host: ${self}`, `hOST: ${self}`)).toMatch(/^HTTP\/1.1 400/);
    expect(await ask("http://evil.example/", `Host: ${self}`)).toMatch(/^HTTP\/1.1 400/);
    const upgrade = ["Connection: Upgrade", "Upgrade: websocket"];
    expect(await ask("/", `Host: ${self}`, "Host: evil.example", ...upgrade)).toMatch(/^HTTP\/1.1 400/);
    expect((await overHttp2(port, { ":authority": self, host: "evil.example" })).status).toBe(400);
    expect((await overHttp2(port, { host: self, ":authority": self })).status).toBe(200);
  });

  it("accepts an absolute target with this host, and refuses every other invalid one", async () => {
    const port = await start();
    const ask = (target: string) =>
      raw(port, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
    expect(await ask(`http://127.0.0.1:${port}/github/x?y=1`)).toMatch(/github GET \/x\?y=1/);
    expect(await ask("//evil.example/github/x")).toMatch(/rest GET \/\/evil.example\/github\/x/);
    expect(await ask("/github//..%2F..")).toMatch(/github GET \/\/..%2F../);
    for (const target of ["*", "ftp://127.0.0.1/", "x"]) expect(await ask(target)).toMatch(/^HTTP\/1.1 400/);
  });

  it("routes a project's host name to that project and nothing else", async () => {
    const port = await start();
    const ask = (host: string) =>
      raw(
        port,
        `GET /github/x HTTP/1.1\r\nHost: ${host}:${port}\r\nAuthorization: ${scope("s3")}\r\nConnection: close\r\n\r\n`,
      );
    expect(await ask("todo.localhost")).toMatch(/todo GET \/github\/x/);
    expect(await ask("other.localhost")).toMatch(/^HTTP\/1.1 404[\s\S]*There is no app at this address\./);
  });

  it("refuses with a problem, or with a page where the request accepts one, and repeats nothing of it", async () => {
    const port = await start();
    const ask = (host: string, accept: string) =>
      raw(port, `GET / HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: ${accept}\r\nConnection: close\r\n\r\n`);
    for (const [host, status] of [
      ["evil.example", 421],
      ["other.localhost", 404],
    ] as const) {
      const problem = await ask(host, "*/*");
      expect(problem).toMatch(
        new RegExp(`^HTTP/1.1 ${status}[\\s\\S]*content-type: application/problem\\+json`, "i"),
      );
      expect(problem).toContain(`{"type":"about:blank","title":`);
      const page = await ask(host, "text/html");
      expect(page).toMatch(/content-type: text\/html[\s\S]*<h1>/i);
      expect(problem + page).not.toContain(host);
    }
  });

  it("replies 500 to an unexpected error and shows the reason only to the operator", async () => {
    const seen: unknown[] = [];
    const secret = new Error("the table is on fire");
    const port = await start({
      fallback: () => Promise.reject(secret),
      hosts: () => {
        throw secret;
      },
      onError: (error) => seen.push(error),
    });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      detail: "Internal error; try again. The operator's log has the details.",
    });
    const thrown = await raw(
      port,
      `GET / HTTP/1.1\r\nHost: a.localhost:${port}\r\nConnection: close\r\n\r\n`,
    );
    expect(thrown).toMatch(/^HTTP\/1.1 500/);
    expect(seen).toEqual([secret, secret]);
  });

  it("sends its own replies with the usual headers, over both protocols", async () => {
    const port = await start({ fallback: () => Promise.reject(new Error("broken")) });
    const ask = (...lines: string[]) => raw(port, `GET / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    const self = `Host: 127.0.0.1:${port}`;
    const id = "X-Request-ID: caller-0001";
    const upgrade = ["Connection: Upgrade", "Upgrade: websocket"];
    const replies = {
      400: await ask(self, "Host: b", "Connection: close", id),
      421: await ask("Host: evil.example", "Connection: close", id),
      500: await ask(self, "Connection: close", id),
      501: await ask(self, "Connection: close", id, `Authorization: ${scope("sqs")}`),
    };
    for (const [status, reply] of Object.entries(replies)) {
      expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(reply.toLowerCase()).toContain("x-request-id: caller-0001");
      expect(reply.toLowerCase()).toContain("cache-control: no-store");
      expect(headersMissing(reply)).toEqual([]);
    }
    const early = [
      await ask("Host: evil.example", ...upgrade),
      await raw(port, "nonsense\r\n\r\n"),
      await ask("Connection: close"),
      await raw(port, `CONNECT 127.0.0.1:${port} HTTP/1.1\r\n${self}\r\n\r\n`),
    ];
    for (const reply of early) {
      expect(reply).toMatch(/^HTTP\/1.1 4/);
      expect(reply.toLowerCase()).toMatch(/\r\nx-duration: [0-9.]+\r\n/);
      expect(reply.toLowerCase()).toMatch(/\r\nx-request-id: [0-9a-f-]{36}\r\n/);
      expect(headersMissing(reply)).toEqual([]);
    }
  });

  it("ignores an unknown expectation", async () => {
    const port = await start();
    const reply = await raw(
      port,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nExpect: nothing\r\nConnection: close\r\n\r\n`,
    );
    expect(reply).toContain("rest GET /");
    const asked = await overHttp2(port, { ":path": "/", expect: "nothing" });
    expect(asked).toEqual({ status: 200, body: "rest GET /" });
  });

  it("does not report a client that disconnects within its body", async () => {
    const errors: unknown[] = [];
    const ended = Promise.withResolvers<void>();
    const port = await start({
      onError: (error) => errors.push(error),
      fallback: async (req) => {
        try {
          await readBody(req);
        } finally {
          ended.resolve();
        }
      },
    });
    const socket = connect(port, "127.0.0.1");
    socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 10\r\n\r\nhalf`);
    setTimeout(() => socket.destroy(), 50);
    await ended.promise;
    await front?.close();
    expect(errors).toEqual([]);
  });

  it("closes the connection when a response fails half way", async () => {
    const port = await start({
      fallback: async (_req, res) => {
        const out = res as ServerResponse;
        out.writeHead(200, { "content-length": "10" });
        out.write("half");
        throw new Error("broken");
      },
    });
    await expect(fetch(`http://127.0.0.1:${port}/`).then((response) => response.text())).rejects.toThrow(
      "terminated",
    );
  });

  it.each([
    ["AccessDeniedException", 403, { authorization: scope("dynamodb"), origin: "https://example.com" }],
    ["IncompleteSignatureException", 400, { authorization: "AWS4-HMAC-SHA256 Credential=a" }],
    ["UnknownService", 501, { authorization: scope("sqs") }],
  ])("refuses a request for a service as AWS does, with %s and %d", async (name, status, headers) => {
    const port = await start();
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
    expect([response.headers.get("x-amzn-errortype"), response.status]).toEqual([name, status]);
  });

  it("reports that its port is in use", async () => {
    const port = await start();
    const second = createFront({
      services: {},
      mounts: [],
      hosts: () => undefined,
      fallback: says("x"),
      upgrade() {},
    });
    await expect(second.listen(port)).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`);
  });

  it("lets a running HTTP/2 stream finish when it closes", async () => {
    const entered = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const port = await start({
      graceMs: 5000,
      fallback: async (_req, res) => {
        entered.resolve();
        await released.promise;
        send(res, 200, "done");
      },
    });
    const answer = overHttp2(port, {});
    await entered.promise;
    const closing = front!.close();
    released.resolve();
    expect(await answer).toEqual({ status: 200, body: "done" });
    await closing;
    front = undefined;
  });

  it("lets a running request finish when it closes, and cuts idle and endless ones", async () => {
    const entered = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const port = await start({
      fallback: async (req, res) => {
        if (req.url === "/endless") return;
        entered.resolve();
        await released.promise;
        send(res, 200, "done");
      },
    });
    const endless = fetch(`http://127.0.0.1:${port}/endless`).then(
      () => "answered",
      () => "cut",
    );
    const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
    await entered.promise;
    const closing = front!.close();
    released.resolve();
    expect(await answer).toBe("done");
    expect(await endless).toBe("cut");
    await closing;
    front = undefined;
  });
});
