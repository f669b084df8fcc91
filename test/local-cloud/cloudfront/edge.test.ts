import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { API_PATHS, siteHeaders } from "#core/web/site.ts";
import { createEdge } from "#local-cloud/cloudfront/edge.ts";
import { type CloudHandler, send } from "#local-cloud/http.ts";

const KNOWN = Reflect.ownKeys(Object.prototype);

describe("the local edge, given names of Object.prototype,", () => {
  let server: Server;
  let seen: IncomingMessage | undefined;

  beforeAll(async () => {
    const origin: CloudHandler = async (req, res) => {
      seen = req as IncomingMessage;
      send(res, 200);
    };
    const edge = createEdge({
      viewerFunction: join("lib", "edge", "viewer-request.js"),
      apiPaths: API_PATHS,
      policyHeaders: siteHeaders,
      site: origin,
      rest: origin,
      sockets: (_req, socket) => socket.destroy(),
      originHeaders: { "x-gantry-origin": "the key" },
    });
    server = createServer((req, res) => void edge.handle(req, res));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());
  afterEach(() => {
    for (const key of Reflect.ownKeys(Object.prototype))
      if (!KNOWN.includes(key)) Reflect.deleteProperty(Object.prototype, key);
  });

  const ask = (path: string, ...headers: string[]) =>
    new Promise<void>((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
      socket.on("close", () => resolve()).on("error", reject);
      socket
        .resume()
        .write(
          [`GET ${path} HTTP/1.1`, "Host: gantry", "Connection: close", ...headers, "", ""].join("\r\n"),
        );
    });

  it("sends its own origin header to the APIs, replacing the client's, and none for files", async () => {
    const values = () => {
      const raw = seen?.rawHeaders ?? [];
      return raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === "x-gantry-origin");
    };
    await ask("/health", "X-Gantry-Origin: forged", "x-gantry-origin: again");
    expect([values(), seen?.headers["x-gantry-origin"]]).toEqual([["the key"], "the key"]);
    await ask("/home.js");
    expect(values()).toEqual([]);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "treats %s as an ordinary parameter",
    async (name) => {
      await ask(`/gantry/missions?${name}=1&${name}=2&a=b`);
      expect(seen?.url).toBe(`/gantry/missions?${name}=1&${name}=2&a=b`);
      expect(Reflect.ownKeys(Object.prototype)).toEqual(KNOWN);
    },
  );

  it.each(["__proto__", "constructor"])("treats %s as an ordinary header", async (name) => {
    await ask("/gantry/missions", `${name}: 1`, `${name}: 2`);
    const raw = seen?.rawHeaders ?? [];
    const values = raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === name);
    expect(values).toEqual(["1", "2"]);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(KNOWN);
  });
});
