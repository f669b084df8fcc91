import { readFileSync } from "node:fs";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { API_PATHS, SOCKET_PATHS } from "#core/web/site.ts";
import { createEdge } from "#local/edge.ts";
import { type CloudHandler, send } from "#local/http.ts";

interface Case {
  readonly name: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly origin: "site" | "rest" | "sockets";
  readonly to: string;
  readonly accept?: string;
}

const FILE = join("lib", "edge", "viewer-request.js");
const SOURCE = readFileSync(FILE, "utf8");
const ALL = JSON.parse(readFileSync(join("test", "cases", "edge.json"), "utf8")) as readonly Case[];
const handler = runInNewContext(`${SOURCE}\nhandler`) as (event: object) => any;

/** A viewer-request event as CloudFront's developer guide shows it: lower-case names, values apart. */
function cloudFrontEvent({ url, headers = {} }: Case) {
  const [uri, query = ""] = url.split("?");
  const querystring: Record<string, any> = {};
  for (const [name = "", value = ""] of query ? query.split("&").map((pair) => pair.split("=")) : []) {
    const before = querystring[name];
    querystring[name] = before
      ? { value: before.value, multiValue: [{ value: before.value }, { value }] }
      : { value };
  }
  const values = Object.entries({ host: "gantry.example.com", ...headers });
  return {
    version: "1.0",
    context: {
      distributionDomainName: "d111111abcdef8.cloudfront.net",
      distributionId: "EDFDVBD6EXAMPLE",
      eventType: "viewer-request",
      requestId: "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ==",
    },
    viewer: { ip: "203.0.113.7" },
    request: {
      method: "GET",
      uri,
      querystring,
      headers: Object.fromEntries(values.map(([name, value]) => [name.toLowerCase(), { value }])),
      cookies: { "__Host-gantry": { value: "token" } },
    },
  };
}

function target({ uri, querystring }: { uri: string; querystring: Record<string, any> }): string {
  const query = Object.entries(querystring).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((each: { value: string }) => `${name}=${each.value}`),
  );
  return uri + (query.length > 0 ? `?${query.join("&")}` : "");
}

describe("the viewer-request function", () => {
  it.each(ALL)("$name", (row) => {
    const request = handler(cloudFrontEvent(row));
    expect(target(request)).toBe(row.to);
    expect(request.headers["x-forwarded-host"]).toEqual({ value: "gantry.example.com" });
    expect(request.headers["x-gantry-viewer"]).toEqual({ value: "203.0.113.7" });
    expect(request.headers.accept?.value).toBe(row.accept);
    expect(request.cookies).toEqual({ "__Host-gantry": { value: "token" } });
  });

  it("fits into CloudFront's limits: 10 KB of plain JavaScript that imports nothing", () => {
    expect(Buffer.byteLength(SOURCE)).toBeLessThan(10_240);
    expect(SOURCE).not.toMatch(/\b(import|require|export|async|class)\b.*[({]|\?\.|\?\?|\.\.\./);
  });

  it("sends to the APIs what the distribution does", () => {
    const apis = [...API_PATHS, SOCKET_PATHS].map((path) => path.replace("*", "a"));
    for (const uri of apis)
      expect(handler(cloudFrontEvent({ url: uri } as Case)).uri).not.toBe("/index.html");
  });
});

describe("the small cloud's edge", () => {
  let server: Server;
  const seen: { origin: string; url: string; raw: readonly string[]; headers: any }[] = [];
  const origin =
    (name: string): CloudHandler =>
    async (req, res) => {
      seen.push({ origin: name, url: req.url ?? "", raw: [...req.rawHeaders], headers: req.headers });
      send(res, 200);
    };

  beforeAll(async () => {
    const edge = createEdge({ viewerFunction: FILE, site: origin("site"), rest: origin("rest") });
    server = createServer((req, res) => void edge.handle(req, res));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());

  it.each(ALL)("$name", async (row) => {
    const { port } = server.address() as AddressInfo;
    seen.length = 0;
    await new Promise<void>((resolve, reject) => {
      const options = { port, path: row.url, headers: { Host: "gantry.example.com", ...row.headers } };
      httpRequest(options, (res) => res.resume().once("end", () => resolve()))
        .once("error", reject)
        .end();
    });
    const [got] = seen;
    // A socket opens by an upgrade; a plain request to its path is the REST API's to refuse.
    expect(got).toMatchObject({ origin: row.origin === "site" ? "site" : "rest", url: row.to });
    const values = (name: string) =>
      got!.raw.filter((_, i) => i % 2 === 1 && got!.raw[i - 1]?.toLowerCase() === name);
    expect(values("x-forwarded-host")).toEqual(["gantry.example.com"]);
    expect(values("x-gantry-viewer")).toEqual(["127.0.0.1"]);
    expect(values("accept")).toEqual(row.accept ? [row.accept] : []);
    expect(got!.headers).toMatchObject({
      "x-forwarded-host": "gantry.example.com",
      "x-gantry-viewer": "127.0.0.1",
      ...(row.accept ? { accept: row.accept } : {}),
    });
    // CloudFront spells every header anew on its way out.
    expect(
      got!.raw.filter((_, i) => i % 2 === 0 && !/^([A-Z][^-]*)(-[A-Z0-9][^-]*)*$/.test(got!.raw[i]!)),
    ).toEqual([]);
  });
});
