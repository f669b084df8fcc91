import { join } from "node:path";
import type { Caller } from "#core/identity/caller.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { EVENTS_TYPE, type EventStream, eventStream } from "#lambdas/runtime/event-stream.ts";
import { httpHandler } from "#lambdas/runtime/http.ts";
import type { Route } from "#lambdas/runtime/route.ts";
import type { LocalConfig } from "#local/config.ts";
import { functionEnvironment } from "#local/environment.ts";
import { faultsOf } from "#test/support/description.ts";
import { OWNER, POLICY, type World } from "#test/support/memory-world.ts";

export const ORIGIN = "http://127.0.0.1:5050";

/** Configures this test file's process as a function of the small cloud is. */
export function configure(): void {
  const nowhere = join("/", "nowhere");
  const config = {
    root: nowhere,
    home: nowhere,
    GANTRY_POLICY: POLICY,
    sessionCookie: "gantry-1",
    keys: { aws: { accessKeyId: "AKIA", secretAccessKey: "secret" }, github: "gh", vercel: "vc" },
  } as LocalConfig;
  Object.assign(process.env, functionEnvironment(config, ORIGIN));
}

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly text: string;
  readonly json: any;
}

export interface RequestOptions {
  caller?: Caller | null;
  headers?: Record<string, string>;
  /** Sent as it is when it is text, else as JSON. */
  body?: unknown;
}

/** Reads no events: what is refused before the first one is the result. */
const NOBODY = { open: () => {}, write: () => {} };

/** A client of the API that runs its handler in this process, on a world in memory. */
export function client(world: World, routes: readonly Route[] = ROUTES) {
  const handler = httpHandler(routes, () => world) as unknown as (
    event: APIGatewayProxyEvent,
    context: object,
    events?: EventStream,
  ) => Promise<APIGatewayProxyResult>;

  return async function ask(method: string, url: string, options: RequestOptions = {}): Promise<Asked> {
    const { pathname, searchParams } = new URL(url, ORIGIN);
    const row = routes.find((route) => route.method === method && parametersOf(route.path, pathname));
    const { caller = OWNER, headers = {}, body } = options;
    const streams = row?.reply.type === EVENTS_TYPE;
    const result = await handler(
      {
        resource: row?.path ?? "/{proxy+}",
        path: pathname,
        httpMethod: method,
        headers: {
          host: new URL(ORIGIN).host,
          "x-forwarded-proto": "http",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(streams ? { accept: EVENTS_TYPE } : {}),
          ...headers,
        },
        queryStringParameters: searchParams.size > 0 ? Object.fromEntries(searchParams) : null,
        pathParameters: (row && parametersOf(row.path, pathname)) ?? null,
        body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
        isBase64Encoded: false,
        requestContext: {
          requestId: "r",
          identity: { sourceIp: "203.0.113.9" },
          authorizer: caller && contextOf(caller),
        },
      },
      {},
      streams ? eventStream({ sink: NOBODY, isWanted: true, lastEventId: undefined }) : undefined,
    );
    const text = result.isBase64Encoded ? Buffer.from(result.body, "base64").toString("latin1") : result.body;
    // A reply that is streamed is described by its events.
    if (routes === ROUTES && !(streams && result.statusCode === 200)) expectDescribed(method, row, result);
    return {
      status: result.statusCode,
      headers: result.headers ?? {},
      cookies: result.multiValueHeaders?.["set-cookie"] ?? [],
      text,
      get json() {
        return JSON.parse(text);
      },
    };
  };
}

/** Every reply that a test gets from the API is one that its description has. */
function expectDescribed(
  method: string,
  row: Route | undefined,
  { statusCode, headers = {}, multiValueHeaders, body }: APIGatewayProxyResult,
) {
  if (!row) return;
  const json = String(headers["content-type"]).includes("json") && body !== "" ? JSON.parse(body) : undefined;
  const all = { ...headers, "set-cookie": multiValueHeaders?.["set-cookie"]?.[0] };
  const faults = faultsOf(method, row.path, { status: statusCode, headers: all, json });
  if (faults.length > 0) throw new Error(`not as openapi.json describes it: ${faults.join("; ")}`);
}

function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return "([^/]+)";
  });
  const match = new RegExp(`^${source}$`).exec(path);
  return match
    ? Object.fromEntries(names.map((name, index) => [name, match[index + 1] as string]))
    : undefined;
}
