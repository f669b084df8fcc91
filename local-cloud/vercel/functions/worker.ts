// Runs inside the sandbox: imports only node:*. One process serves all functions of one deployment.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createInterface } from "node:readline";
import { duplexPair, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

/** A call is a line of JSON on stdin, its reply a line on stdout. Bodies are base64. */
interface Call {
  readonly id: number;
  readonly file: string;
  readonly helpers: boolean;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
}

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
type Web = (request: Request) => Response | Promise<Response>;

const write = process.stdout.write.bind(process.stdout);
// stdout is reserved for the protocol; output of functions goes to the log.
process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => void answer(JSON.parse(line) as Call));
lines.on("close", () => process.exit(0));
process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);

function crash(error: unknown): void {
  console.error(error);
  process.exit(1);
}

async function answer(call: Call): Promise<void> {
  const body = Buffer.from(call.body, "base64");
  try {
    const handler = chosen((await import(pathToFileURL(call.file).href)) as Record<string, unknown>);
    const response = await exchange(call, body, async (req, res) => {
      try {
        if (call.helpers) addHelpers(req, res, body);
        await handler(req, res);
      } catch (error) {
        failed(res, error);
      }
    });
    const bytes = await buffer(response);
    const { statusCode: status, headers } = response;
    write(`${JSON.stringify({ id: call.id, status, headers, body: bytes.toString("base64") })}\n`);
  } catch (error) {
    console.error(error);
    write(`${JSON.stringify({ id: call.id, failed: true })}\n`);
  }
}

function failed(res: ServerResponse, error: unknown): void {
  console.error(error);
  if (res.headersSent) return void res.destroy();
  const invalid = error instanceof Error && "statusCode" in error && error.statusCode === 400;
  res.writeHead(invalid ? 400 : 500, invalid ? {} : { "x-vercel-error": "FUNCTION_INVOCATION_FAILED" });
  res.end(invalid ? error.message : "A server error has occurred\n\nFUNCTION_INVOCATION_FAILED\n");
}

/**
 * One HTTP exchange over a pair of streams: the function receives Node's own request and response objects.
 */
function exchange(call: Call, body: Buffer, handler: Handler): Promise<IncomingMessage> {
  const [near, far] = duplexPair();
  createServer(handler).emit("connection", far);
  return new Promise((resolve, reject) => {
    const { method, url: path, headers } = call;
    const sent = request({ createConnection: () => near as never, method, path, headers }, resolve);
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Selects the handler of a module: `(req, res)`, `{ fetch }`, or web handlers by method. */
function chosen(module: Record<string, unknown>): Handler {
  const outer = module.default as { default?: unknown; fetch?: Web } | Handler | undefined;
  const main = typeof outer === "object" && outer?.default ? (outer.default as typeof outer) : outer;
  if (typeof main === "function") return main;
  if (typeof main?.fetch === "function") return web((request) => (main.fetch as Web)(request));
  const methods = { ...(typeof main === "object" ? main : {}), ...module } as Record<string, Web | undefined>;
  const names = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].filter((name) => methods[name]);
  if (names.length === 0) throw new TypeError("the module exports no function, no fetch and no HTTP method");
  return web((request) => {
    const found = methods[request.method] ?? (request.method === "HEAD" ? methods.GET : undefined);
    return found ? found(request) : new Response(null, { status: 405, headers: { allow: names.join(", ") } });
  });
}

function web(handle: Web): Handler {
  return async (req, res) => {
    const { method = "GET" } = req;
    const hasBody = method !== "GET" && method !== "HEAD";
    const headers = new Headers();
    for (let at = 0; at < req.rawHeaders.length; at += 2)
      headers.append(req.rawHeaders[at] ?? "", req.rawHeaders[at + 1] ?? "");
    const url = `http://${req.headers.host ?? "localhost"}${req.url ?? "/"}`;
    const init = { method, headers, ...(hasBody ? { body: Readable.toWeb(req), duplex: "half" } : {}) };
    const response = await handle(new Request(url, init as RequestInit));
    res.statusCode = response.status;
    for (const [name, value] of response.headers) if (name !== "set-cookie") res.setHeader(name, value);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) res.setHeader("set-cookie", cookies);
    res.end(Buffer.from(await response.arrayBuffer()));
  };
}

/**
 * Adds the helpers that Vercel documents for Node.js functions: query, cookies and body; status, send, json,
 * redirect.
 */
function addHelpers(req: IncomingMessage, res: ServerResponse, body: Buffer): void {
  const url = new URL(req.url ?? "/", "http://local");
  const query = Object.fromEntries(
    [...url.searchParams.keys()].map((name) => {
      const [only = "", ...more] = url.searchParams.getAll(name);
      return [name, more.length > 0 ? [only, ...more] : only];
    }),
  );
  const cookies = Object.fromEntries(
    (req.headers.cookie ?? "").split(/; */).flatMap((pair) => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]] : [];
    }),
  );
  Object.assign(req, { query, cookies });
  Object.defineProperty(req, "body", { get: () => parsedBody(req, body), configurable: true });

  const helpers = {
    status: (code: number) => {
      res.statusCode = code;
      return res;
    },
    json: (value: unknown) => {
      if (!res.hasHeader("content-type")) res.setHeader("content-type", "application/json; charset=utf-8");
      return res.end(JSON.stringify(value));
    },
    send: (value: unknown) => {
      if (typeof value === "object" && value !== null && !(value instanceof Uint8Array))
        return helpers.json(value);
      const type = value instanceof Uint8Array ? "application/octet-stream" : "text/html; charset=utf-8";
      if (!res.hasHeader("content-type")) res.setHeader("content-type", type);
      return res.end(value instanceof Uint8Array ? value : String(value ?? ""));
    },
    redirect: (status: number | string, to?: string) => {
      const code = typeof status === "number" ? status : 307;
      res.writeHead(code, { location: typeof status === "string" ? status : (to ?? "/") });
      return res.end();
    },
  };
  Object.assign(res, helpers);
}

function parsedBody(req: IncomingMessage, body: Buffer): unknown {
  const type = (req.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === undefined || type === "") return undefined;
  if (type === "application/json") return parsedJson(body);
  if (type === "application/x-www-form-urlencoded")
    return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
  if (type === "text/plain") return body.toString("utf8");
  return type === "application/octet-stream" ? body : undefined;
}

function parsedJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw Object.assign(new Error("Invalid JSON", { cause }), { statusCode: 400 });
  }
}
