import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Writable } from "node:stream";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createRestApi } from "#local-cloud/apigateway/rest-api.ts";
import type { LambdaHandler, StreamingHandler } from "#local-cloud/lambda/function.ts";
import { createLambda, type Lambda } from "#local-cloud/lambda/lambda.ts";

interface Runtime {
  streamifyResponse(handler: StreamingHandler): LambdaHandler;
  readonly HttpResponseStream: { from(stream: Writable, head: object): Writable };
}
const runtime = () => (globalThis as unknown as { awslambda: Runtime }).awslambda;

let server: Server | undefined;
let lambda: Lambda | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
  await lambda?.close();
});

/** An API with one route, behind which is a function that streams. */
async function start(handler: StreamingHandler, limits: { timeoutMs?: number; idleMs?: number } = {}) {
  const made = createLambda({
    functions: {
      write: { handler: async () => runtime().streamifyResponse(handler), timeoutSeconds: 30 },
      plain: { handler: async () => async () => ({ statusCode: 200, body: "" }), timeoutSeconds: 30 },
    },
  });
  lambda = made;
  const handle = createRestApi({
    routes: [
      { method: "GET", path: "/write", function: "write", streams: true },
      { method: "GET", path: "/plain", function: "plain", streams: true },
    ],
    invoke: () => Promise.reject(new Error("not buffered")),
    invokeStreaming: made.invokeStreaming,
    minimumCompressionSize: 1,
    limits,
  });
  server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const from = (stream: Writable, head: object) => runtime().HttpResponseStream.from(stream, head);

describe("a streamed response", () => {
  it("is passed on while the function still writes, uncompressed", async () => {
    const more = Promise.withResolvers<void>();
    const base = await start(async (_, stream) => {
      const out = from(stream, { statusCode: 201, headers: { "content-type": "text/event-stream" } });
      out.write("one");
      await more.promise;
      out.end("two");
    });
    const response = await fetch(`${base}/write`, { headers: { "accept-encoding": "gzip" } });
    expect([response.status, response.headers.get("content-type")]).toEqual([201, "text/event-stream"]);
    expect(response.headers.get("content-encoding")).toBeNull();
    const reader = response.body!.getReader();
    const text = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await text()).toBe("one");
    more.resolve();
    expect(await text()).toBe("two");
    expect((await reader.read()).done).toBe(true);
  });

  it("does not stop the function when the client leaves", async () => {
    const left = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const base = await start(async (_, stream) => {
      const out = from(stream, { statusCode: 200 });
      out.write("one");
      await left.promise;
      for (let count = 0; count < 100; count++)
        await new Promise<void>((resolve) => out.write("x".repeat(10_000), () => resolve()));
      out.end();
      written.resolve();
    });
    const abort = new AbortController();
    await (await fetch(`${base}/write`, { signal: abort.signal })).body!.getReader().read();
    abort.abort();
    left.resolve();
    await expect(written.promise).resolves.toBeUndefined();
  });

  it.each<[string, StreamingHandler]>([
    ["fails at once", () => Promise.reject(new Error("no"))],
    ["writes no head", async (_, stream) => void stream.end("text")],
    ["writes a head that is none", async (_, stream) => void from(stream, { statusCode: "x" }).end("text")],
    [
      "writes an endless head",
      async (_, stream) => void from(stream, { headers: { a: "x".repeat(20_000) } }).end(),
    ],
  ])("is 502 for a function that %s", async (_, handler) => {
    const base = await start(handler);
    expect((await fetch(`${base}/write`)).status).toBe(502);
  });

  it("is 502 for a function that does not stream", async () => {
    const base = await start(async () => {});
    expect((await fetch(`${base}/plain`)).status).toBe(502);
  });

  it("breaks off when the function fails later, or is silent for too long", async () => {
    const failing = await start(async (_, stream) => {
      from(stream, { statusCode: 200 }).write("one");
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error("no");
    });
    await expect(fetch(`${failing}/write`).then((response) => response.text())).rejects.toThrow();
    server?.closeAllConnections();
    const silent = await start(
      async (_, stream) => {
        from(stream, { statusCode: 200 }).write("one");
        await new Promise(() => {});
      },
      { idleMs: 50 },
    );
    await expect(fetch(`${silent}/write`).then((response) => response.text())).rejects.toThrow();
  });
});

it("a buffered invocation of a function that streams returns all that it wrote", async () => {
  lambda = createLambda({
    functions: {
      write: {
        handler: async () => runtime().streamifyResponse(async (_, stream) => void stream.end("all")),
        timeoutSeconds: 5,
      },
    },
  });
  expect(await lambda.invoke("write", {})).toEqual({ ok: true, payload: "all" });
});
