import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { createContext, runInContext } from "node:vm";
import { sourceIp } from "#local-cloud/apigateway/request-parts.ts";
import {
  addPolicyHeaders,
  sendViewerResponse,
  type Value,
  type ViewerResponse,
} from "#local-cloud/cloudfront/edge-response.ts";
import { ownReply } from "#local-cloud/front/own-reply.ts";
import type { CloudHandler, CloudRequest } from "#local-cloud/http.ts";

interface ViewerRequest {
  readonly method: string;
  uri: string;
  querystring: Record<string, Value>;
  readonly headers: Record<string, Value>;
}

type ViewerFunction = (event: {
  version: "1.0";
  context: { eventType: "viewer-request"; requestId: string };
  viewer: { ip: string };
  request: ViewerRequest;
}) => ViewerRequest | ViewerResponse;

export interface EdgeOptions {
  /** File with the viewer-request function, the same that CloudFront runs. */
  readonly viewerFunction: string;
  /** Path patterns of the REST API's behaviour, such as `/api/*`; all other paths belong to the site. */
  readonly apiPaths: readonly string[];
  /** Headers of the response policy for a path. */
  readonly policyHeaders: (path: string) => Readonly<Record<string, string>>;
  readonly site: CloudHandler;
  readonly rest: CloudHandler;
  readonly sockets: UpgradeHandler;
  /** CloudFront's custom origin headers, which replace those of a client. */
  readonly originHeaders: Readonly<Record<string, string>>;
}

/** The edge: CloudFront in front of the static client and both APIs. */
export interface Edge {
  /**
   * Rewrites the request by the viewer function, forwards it to the origin of its path, and adds the policy's
   * headers.
   */
  readonly handle: CloudHandler;
  /** The same for WebSocket upgrades. */
  readonly upgrade: UpgradeHandler;
}

type UpgradeHandler = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

export function createEdge(options: EdgeOptions): Edge {
  const { apiPaths, policyHeaders, site, rest, sockets, originHeaders } = options;
  const run = loadFunction(options.viewerFunction);
  const isApi = (path: string) => apiPaths.some((pattern) => matches(pattern, path));
  return {
    async handle(req, res) {
      // As on CloudFront, the requested path selects headers and origin, not the rewritten one.
      addPolicyHeaders(res, policyHeaders(pathOf(req)));
      const api = isApi(pathOf(req));
      const result = run(eventOf(req));
      if ("statusCode" in result) return sendViewerResponse(req, res, result);
      apply(result, req, api ? originHeaders : {});
      (res as ServerResponse).setHeader("x-request-id", result.headers["x-request-id"]?.value ?? "");
      return api ? rest(req, res) : site(req, res);
    },
    upgrade(req, socket, head) {
      const result = run(eventOf(req));
      if ("statusCode" in result) return void socket.end(ownReply(result.statusCode, policyHeaders("")));
      apply(result, req, originHeaders);
      sockets(req, socket, head);
    },
  };
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

function loadFunction(file: string): ViewerFunction {
  return runInContext(`${readFileSync(file, "utf8")}\nhandler`, createContext({}), { filename: file });
}

const pathOf = (req: CloudRequest) => (req.url ?? "/").split("?")[0] as string;

function eventOf(req: CloudRequest): Parameters<ViewerFunction>[0] {
  const headers = noValues();
  for (const [name, value] of pairs(req.rawHeaders))
    if (!name.startsWith(":")) add(headers, name.toLowerCase(), value);
  headers.host ??= { value: String(req.headers[":authority"] ?? "") };
  return {
    version: "1.0",
    context: { eventType: "viewer-request", requestId: randomUUID() },
    viewer: { ip: sourceIp(req) },
    request: { method: req.method ?? "GET", uri: pathOf(req), querystring: queryOf(req), headers },
  };
}

/** Names and values stay encoded, as on CloudFront. */
function queryOf(req: CloudRequest): Record<string, Value> {
  const query = noValues();
  const text = (req.url ?? "").split("?").slice(1).join("?");
  for (const part of text.split("&").filter((each) => each !== "")) {
    const [name = "", ...value] = part.split("=");
    add(query, name, value.join("="));
  }
  return query;
}

/** Clients choose the names, so the object has no prototype: `__proto__` would change it. */
const noValues = (): Record<string, Value> => Object.create(null);

function add(values: Record<string, Value>, name: string, value: string): void {
  const before = values[name];
  if (!before) values[name] = { value };
  else before.multiValue = [...(before.multiValue ?? [{ value: before.value }]), { value }];
}

/** Applies the function's changes and the origin headers to the request. */
function apply(request: ViewerRequest, req: CloudRequest, added: EdgeOptions["originHeaders"]): void {
  for (const [name, value] of Object.entries(added)) request.headers[name] = { value };
  const query = Object.entries(request.querystring).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((each) => `${name}=${each.value}`),
  );
  req.url = request.uri + (query.length > 0 ? `?${query.join("&")}` : "");
  const pseudo = pairs(req.rawHeaders).filter(([name]) => name.startsWith(":"));
  const own = Object.entries(request.headers).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((each) => [capitalised(name), each.value] as const),
  );
  req.rawHeaders.splice(0, Number.POSITIVE_INFINITY, ...[...pseudo, ...own].flat());
  // Unchanged headers keep Node's parsed value; the others have the function's value.
  for (const [name, { value, multiValue }] of Object.entries(request.headers))
    if (!multiValue) req.headers[name] = value;
}

/**
 * Capitalises headers as CloudFront does after a function: `sec-websocket-key` becomes `Sec-Websocket-Key`.
 */
const capitalised = (name: string) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return Array.from({ length: raw.length / 2 }, (_, i) => [raw[2 * i] ?? "", raw[2 * i + 1] ?? ""] as const);
}
