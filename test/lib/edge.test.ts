import { readFileSync } from "node:fs";
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ERRORS, GantryError, toProblem } from "#core/kernel/errors.ts";
import { errorPage } from "#core/web/error-page.ts";
import { requestIdOf } from "#core/web/request-id.ts";
import { API_PATHS, PAGES, SITE_HEADERS, SOCKET_PATHS, siteHeaders } from "#core/web/site.ts";
import { createEdge } from "#local-cloud/cloudfront/edge.ts";
import { type CloudHandler, send } from "#local-cloud/http.ts";

interface Case {
  readonly name: string;
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly origin: "site" | "rest" | "sockets" | "uploads";
  readonly to: string;
  readonly accept?: string;
}

/** A request that the edge answers itself. */
interface Refusal extends Omit<Case, "origin" | "to"> {
  readonly status: number;
  /** Of the problem; none where there is a page or no body. */
  readonly code?: keyof typeof ERRORS;
  readonly page?: boolean;
}

const FILE = join("lib", "edge", "viewer-request.js");
const SOURCE = readFileSync(FILE, "utf8");
const ROWS = JSON.parse(readFileSync(join("test", "cases", "edge.json"), "utf8")) as readonly (
  | Case
  | Refusal
)[];
const ALL = ROWS.filter((row): row is Case => "origin" in row);
const REFUSED = ROWS.filter((row): row is Refusal => "status" in row);
const READS = "GET, HEAD, OPTIONS";
const ID = "0f5c8c52-7f0e-4f0e-8f55-3f7a6f0b8a10";
const handler = runInNewContext(`${SOURCE}\nhandler`) as (event: object) => any;

/** A viewer-request event as CloudFront's developer guide shows it: lower-case names, values apart. */
function cloudFrontEvent({ url, method = "GET", headers = {} }: Pick<Case, "url" | "method" | "headers">) {
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
      method,
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

  it.each(REFUSED)("$name", (row) => {
    const event = cloudFrontEvent({ ...row, headers: { ...row.headers, "x-request-id": ID } });
    const { statusCode, headers, body } = handler(event);
    expect(statusCode).toBe(row.status);
    expect(headers["x-request-id"]).toEqual({ value: ID });
    expect(headers["x-duration"]).toEqual({ value: "0.000" });
    expect(headers.allow?.value).toBe([204, 405].includes(row.status) ? READS : undefined);
    if (row.code) {
      expect(headers["content-type"].value).toBe("application/problem+json");
      const problem = JSON.parse(body.data);
      const known = toProblem(new GantryError(row.code, problem.detail));
      expect(problem).toEqual({ ...known, status: row.status, request_id: ID });
    } else if (row.page) {
      expect(headers["content-type"].value).toBe("text/html; charset=utf-8");
      const problem = {
        status: 404,
        title: ERRORS.NotFound.title,
        detail: "There is nothing at this address.",
      };
      expect(body.data).toBe(errorPage(problem));
    } else expect(body).toBeUndefined();
  });

  it.each([
    ["none", undefined, "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ=="],
    ["one", ID, ID],
    ["one that is too short", "a", "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ=="],
    ["an invalid id", 'a "b" <c> ddd', "4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ=="],
  ])("sets the request id for a client that sent %s", (_, sent, expected) => {
    const event = cloudFrontEvent({
      url: "/gantry/latest",
      ...(sent ? { headers: { "x-request-id": sent } } : {}),
    });
    expect(handler(event).headers["x-request-id"]).toEqual({ value: expected });
    expect(requestIdOf(sent, event.context.requestId)).toBe(expected);
  });

  it("reads each character of a path once: a million dots would otherwise take minutes", () => {
    expect(handler(cloudFrontEvent({ url: `/${".".repeat(1_000_000)}/` })).statusCode).toBe(404);
    expect(handler(cloudFrontEvent({ url: `/${".".repeat(1_000_000)}css` })).statusCode).toBeUndefined();
  });

  it("meets CloudFront's limits: 10 KB of plain JavaScript without imports", () => {
    expect(Buffer.byteLength(SOURCE)).toBeLessThan(10_240);
    expect(SOURCE).not.toMatch(/\b(import|require|export|async|class)\b.*[({]|\?\.|\?\?|\.\.\./);
  });

  it("routes the same paths to the APIs as the distribution does", () => {
    for (const path of API_PATHS) {
      const url = path.replace("*", "a");
      expect(handler(cloudFrontEvent({ url })).uri).toBe(url);
    }
    expect(handler(cloudFrontEvent({ url: SOCKET_PATHS.replace("*", "a") })).statusCode).toBe(426);
    for (const [url, file] of Object.entries(PAGES)) expect(handler(cloudFrontEvent({ url })).uri).toBe(file);
  });
});

describe("the local cloud's edge", () => {
  let server: Server;
  const seen: { origin: string; url: string; raw: readonly string[]; headers: any }[] = [];
  const origin =
    (name: string): CloudHandler =>
    async (req, res) => {
      seen.push({ origin: name, url: req.url ?? "", raw: [...req.rawHeaders], headers: req.headers });
      send(res, 200);
    };

  beforeAll(async () => {
    const edge = createEdge({
      viewerFunction: FILE,
      apiPaths: API_PATHS,
      policyHeaders: siteHeaders,
      site: origin("site"),
      rest: origin("rest"),
      sockets: (_req, socket) => socket.destroy(),
      originHeaders: {},
    });
    server = createServer((req, res) => void edge.handle(req, res));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());

  it.each(ALL)("$name", async (row) => {
    const { port } = server.address() as AddressInfo;
    seen.length = 0;
    await new Promise<void>((resolve, reject) => {
      const options = {
        port,
        path: row.url,
        method: row.method ?? "GET",
        headers: { Host: "gantry.example.com", ...row.headers },
      };
      httpRequest(options, (res) => res.resume().once("end", () => resolve()))
        .once("error", reject)
        .end();
    });
    const [got] = seen;
    // A socket opens by an upgrade; a plain request to its path is the REST API's to refuse. The object store is itself on
    // the host of the local cloud, which has no uploads behind its edge.
    const local = { site: "site", uploads: "site", rest: "rest", sockets: "rest" } as const;
    expect(got).toMatchObject({ origin: local[row.origin], url: row.to });
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

  it.each(REFUSED)("$name, and reaches no origin", async (row) => {
    const { port } = server.address() as AddressInfo;
    seen.length = 0;
    const answer = await new Promise<{ status?: number; headers: IncomingHttpHeaders; text: string }>(
      (resolve, reject) => {
        const headers = { Host: "gantry.example.com", ...row.headers };
        httpRequest({ port, path: row.url, method: row.method ?? "GET", headers }, (res) => {
          let text = "";
          res.setEncoding("utf8").on("data", (part: string) => {
            text += part;
          });
          res.once("end", () => resolve({ status: res.statusCode as number, headers: res.headers, text }));
        })
          .once("error", reject)
          .end();
      },
    );
    expect(seen).toEqual([]);
    expect(answer.status).toBe(row.status);
    expect(answer.headers).toMatchObject({
      ...SITE_HEADERS,
      "x-request-id": expect.stringMatching(/^[\w-]{36}$/),
      "x-duration": expect.stringMatching(/^\d+\.\d{3}$/),
      ...(row.status === 426 ? { upgrade: "websocket" } : {}),
    });
    if (row.code) expect(JSON.parse(answer.text).request_id).toBe(answer.headers["x-request-id"]);
  });
});
