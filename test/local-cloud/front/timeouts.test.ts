import { Agent, request as httpRequest } from "node:http";
import { connect as connectHttp2, constants } from "node:http2";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { WebSocketServer } from "ws";
import { createFront, type Front, type FrontOptions } from "#local-cloud/front/front.ts";
import type { Timeouts } from "#local-cloud/front/timeouts.ts";
import { readBody, send } from "#local-cloud/http.ts";
import { within } from "#test/support/limits.ts";

const SHORT = within(0.15);
const NEVER = 600_000;
/** Much longer than any limit that is short. */
const LONG = 6 * SHORT;

let front: Front | undefined;
afterEach(async () => {
  await front?.close();
  front = undefined;
});

async function start(timeouts: Partial<Timeouts>, options: Partial<FrontOptions> = {}): Promise<number> {
  front = createFront({
    services: {},
    mounts: [],
    hosts: () => undefined,
    fallback: async (req, res) => send(res, 200, `${(await readBody(req)).length}`),
    upgrade: (_req, socket) => socket.destroy(),
    graceMs: 100,
    timeouts: { headersMs: NEVER, requestMs: NEVER, idleMs: NEVER, checkMs: 20, ...timeouts },
    ...options,
  });
  return (await front.listen(0)).port;
}

/** Writes the pieces, never ends its own side, and gives what came back once the server has closed. */
async function untilClosed(port: number, ...pieces: (string | Buffer)[]): Promise<string> {
  const socket: Socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let answer = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    answer += text;
  });
  const ended = new Promise((resolve) => socket.on("end", resolve).on("error", resolve));
  for (const piece of pieces) {
    socket.write(piece);
    await sleep(10);
  }
  await ended;
  socket.destroy();
  return answer;
}

const host = (port: number) => `Host: 127.0.0.1:${port}\r\n`;

describe("a connection that delays the server is closed", () => {
  it.each([
    ["sends nothing", ""],
    ["stops within the preface", "PR"],
  ])("when it %s", async (_, text) => {
    const port = await start({ headersMs: SHORT });
    expect(await untilClosed(port, ...(text === "" ? [] : [text]))).toBe("");
  });

  it("when its headers do not end", async () => {
    const port = await start({ headersMs: SHORT });
    expect(await untilClosed(port, "GET / HTTP/1.1\r\n", host(port), "X-A: 1\r\n")).toMatch(
      /^HTTP\/1\.1 408/,
    );
  });

  it("when its body does not end", async () => {
    const port = await start({ headersMs: SHORT, requestMs: SHORT });
    const head = `POST / HTTP/1.1\r\n${host(port)}Content-Length: 10\r\n\r\n`;
    expect(await untilClosed(port, head, "12")).toMatch(/^HTTP\/1\.1 408/);
  });

  it("when it stays open after its request", async () => {
    const port = await start({ idleMs: SHORT });
    expect(await untilClosed(port, `GET / HTTP/1.1\r\n${host(port)}\r\n`)).toMatch(/^HTTP\/1\.1 200/);
  });

  it("when it uses HTTP/2 and never sends its settings", async () => {
    const port = await start({ headersMs: SHORT });
    const port_closed = await untilClosed(port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    expect(port_closed.startsWith("\0")).toBe(true);
  });

  it("when it uses HTTP/2 and sends no request, even if it pings", async () => {
    const port = await start({ idleMs: SHORT });
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    const pings = setInterval(() => session.destroyed || session.ping(() => {}), 20);
    await new Promise((resolve) => session.on("close", resolve).on("error", resolve));
    clearInterval(pings);
    expect(session.closed).toBe(true);
  });

  it("only for the request over HTTP/2 whose body does not end, and the session continues", async () => {
    const port = await start({ headersMs: SHORT, requestMs: SHORT });
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    const stream = session.request({ ":method": "POST" });
    stream.write("1");
    const code = await new Promise((resolve) =>
      stream.on("close", () => resolve(stream.rstCode)).on("error", resolve),
    );
    expect(code).toBe(constants.NGHTTP2_CANCEL);
    const other = session.request({ ":path": "/" });
    const status = await new Promise((resolve) => other.on("response", (head) => resolve(head[":status"])));
    expect(status).toBe(200);
    session.destroy();
  });
});

describe("a connection that waits for the server stays open", () => {
  const all = { headersMs: SHORT, requestMs: SHORT, idleMs: SHORT };
  const slow: FrontOptions["fallback"] = async (_req, res) => {
    await sleep(LONG);
    send(res, 200, "done");
  };

  it("for a response that takes long, over both protocols", async () => {
    const port = await start(all, { fallback: slow });
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    const stream = session.request({ ":path": "/" });
    let body = "";
    stream.setEncoding("utf8").on("data", (text) => {
      body += text;
    });
    const over2 = new Promise((resolve) => stream.on("end", () => resolve(body)));
    const over1 = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
    expect(await Promise.all([over1, over2])).toEqual(["done", "done"]);
    session.destroy();
  });

  it("for a WebSocket, also after an earlier request", async () => {
    const server = new WebSocketServer({ noServer: true });
    const port = await start(all, {
      upgrade: (req, socket, head) =>
        server.handleUpgrade(req, socket, head, (ws) => void sleep(LONG).then(() => ws.send("still here"))),
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (headers: Record<string, string>) =>
      new Promise<Socket | undefined>((resolve, reject) =>
        httpRequest({ port, host: "127.0.0.1", agent, headers })
          .on("response", (res) => res.resume().on("end", () => setImmediate(resolve, undefined)))
          .on("upgrade", (_res, socket) => resolve(socket as Socket))
          .on("error", reject)
          .end(),
      );
    await ask({});
    const socket = await ask({
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
    });
    const text = await new Promise((resolve) =>
      socket
        ?.on("data", (bytes: Buffer) => resolve(bytes.toString("latin1")))
        .on("close", () => resolve("cut")),
    );
    expect(text).toContain("still here");
    socket?.destroy();
    agent.destroy();
    server.close();
  });
});
