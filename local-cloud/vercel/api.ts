import {
  type CloudHandler,
  type CloudRequest,
  header,
  readBody,
  requestUrl,
  ServiceError,
  send,
} from "#local-cloud/http.ts";
import { sameText } from "#local-cloud/sigv4/digest.ts";
import { badRequest, refusal } from "./refusal.ts";
import type { RouteTable } from "./routes.ts";

const BODY_LIMIT = 10 * 1024 * 1024;

/**
 * Vercel's REST API as JSON over HTTP: checks the token, finds the route, returns errors in Vercel's form,
 * and replies only after the changes of a request are `settled`.
 */
export function createApi(routes: RouteTable, token: string, settled: () => Promise<void>): CloudHandler {
  return async (req, res) => {
    try {
      const { status, body } = await answer(routes, token, req);
      await settled();
      const text = body === undefined ? "" : JSON.stringify(body);
      send(res, status, text, text ? { "content-type": "application/json; charset=utf-8" } : {});
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { code, message, status, detail } = error;
      send(res, status, JSON.stringify({ error: { code, message, ...detail } }), {
        "content-type": "application/json; charset=utf-8",
      });
    }
  };
}

async function answer(routes: RouteTable, token: string, req: CloudRequest) {
  checkToken(req, token);
  const url = requestUrl(req);
  // The front removes the prefix from the URL; tests may include it.
  const path = url.pathname.replace(/^\/vercel(?=\/)/, "");
  const [method = "GET", names] = [req.method, path.split("/").slice(1)];
  for (const [pattern, route] of Object.entries(routes)) {
    const parameters = match(pattern, method, names);
    if (!parameters) continue;
    const query = queryOf(url.searchParams);
    return route({ req, parameters, query, body: route.raw ? undefined : await jsonBody(req) });
  }
  throw badRequest(`The local cloud does not serve ${method} ${path}.`);
}

function checkToken(req: CloudRequest, valid: string): void {
  const [, token] = /^Bearer (\S+)$/.exec(header(req, "authorization") ?? "") ?? [];
  if (token === undefined) throw refusal(403, "forbidden", "The request is missing an authentication token");
  if (!sameText(token, valid)) throw refusal(403, "forbidden", "Not authorized", { invalidToken: true });
}

/** `GET /v9/projects/{id}` against a method and decoded path segments. */
function match(pattern: string, method: string, names: string[]): Record<string, string> | undefined {
  const [wanted, path = ""] = pattern.split(" ");
  const parts = path.split("/").slice(1);
  if (wanted !== method || parts.length !== names.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? "";
    if (part.startsWith("{")) parameters[part.slice(1, -1)] = decode(name);
    else if (part !== name) return undefined;
  }
  return parameters;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest("Invalid request: the path is not valid percent-encoding.");
  }
}

function queryOf(parameters: URLSearchParams): Record<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (query.has(name)) throw badRequest(`Invalid request: the query parameter \`${name}\` is given twice.`);
    query.set(name, value);
  }
  return Object.fromEntries(query);
}

async function jsonBody(req: CloudRequest): Promise<unknown> {
  const bytes = await readBody(req, BODY_LIMIT);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw badRequest("Invalid JSON");
  }
}
