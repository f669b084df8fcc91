import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import { UNHEARD } from "#core/factory/conversation/progress.ts";
import type { Caller } from "#core/identity/caller.ts";
import { countRequest, type RateLimit } from "#core/identity/rate-limit.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { once, requireKey } from "#core/kernel/idempotency.ts";
import { accepts } from "#core/web/accepts.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { conditional } from "#lambdas/runtime/conditional.ts";
import { EVENTS_TYPE, type EventStream } from "#lambdas/runtime/event-stream.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";
import { invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { rateLimitHeaders } from "#lambdas/runtime/rate-limit-headers.ts";
import { refuse, respond } from "#lambdas/runtime/reply.ts";
import { readRequest } from "#lambdas/runtime/request.ts";
import { missionIn, requestLine } from "#lambdas/runtime/request-line.ts";
import { requestId, responseHeaders } from "#lambdas/runtime/response-headers.ts";
import type { ApiServices, Route, RouteContext } from "#lambdas/runtime/route.ts";
import { requireSameOrigin, viewerAddress } from "#lambdas/runtime/web-security.ts";

/** Lambda's context, with the stream on which the client reads events, if it does. */
interface HttpContext extends Partial<LambdaContext> {
  readonly events?: EventStream | undefined;
}

/**
 * The Lambda handler of a route table. All errors become problem details. With `events`, the progress of a route with
 * `streams` is written there to a client that accepts it; the result is still returned.
 */
export function httpHandler(
  routes: readonly Route[],
  services: (caller: Pick<Caller, "tenant">) => ApiServices,
) {
  const route = httpRouter({
    routes: routes.map((row) => ({
      method: row.method,
      path: row.path as `/${string}`,
      handler: (event: APIGatewayProxyEvent, context?: HttpContext) =>
        handleRequest(row, event, services, context?.events),
    })),
    notFoundResponse: ({ method, path }: { method: string; path: string }) => {
      const allow = allowedAt(routes, path);
      if (allow.length === 0) throw nothingAt(path);
      if (method !== "OPTIONS")
        throw new GantryError("MethodNotAllowed", `${path} does not support ${method}.`, {
          detail: { allow },
        });
      return respond({ status: 204, body: "", headers: { allow: allow.join(", ") } });
    },
  } as unknown as Parameters<typeof httpRouter>[0]) as unknown as Handle;
  const handle = middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(requestLine())
    .use(responseHeaders())
    .use({
      onError: (request) => {
        request.response = refuse(request.error, requestId(request.event));
      },
    })
    .handler(((event, ...rest) =>
      isOtherName(event.path)
        ? Promise.reject(nothingAt(event.path))
        : event.httpMethod === "HEAD"
          ? headOf(route, event, rest)
          : route(event, ...rest)) as Handle as never);
  return (
    event: APIGatewayProxyEvent,
    context?: LambdaContext,
    events?: EventStream,
  ): Promise<APIGatewayProxyResult> =>
    invoke(context, missionIn(event), () => handle(event, { ...context, events } as never));
}

/**
 * Whether a path has a trailing slash. The router would treat `/gantry/auth/` like `/gantry/auth`, but CloudFront's
 * rate limits per path would not.
 */
const isOtherName = (path: string) => path.length > 1 && path.endsWith("/");

const nothingAt = (path: string) => new GantryError("NotFound", `There is nothing at ${path.slice(0, 200)}.`);

type Handle = (event: APIGatewayProxyEvent, ...rest: unknown[]) => Promise<APIGatewayProxyResult>;

/** The response to HEAD: that of GET without its body. */
async function headOf(
  route: Handle,
  event: APIGatewayProxyEvent,
  rest: readonly unknown[],
): Promise<APIGatewayProxyResult> {
  const reply = await route({ ...event, httpMethod: "GET" }, ...rest);
  return { ...reply, body: "", isBase64Encoded: false };
}

/** The methods that a path supports; empty for an unknown path. */
function allowedAt(routes: readonly Route[], path: string): string[] {
  const methods = routes.filter((row) => matches(row.path, path)).map((row) => row.method as string);
  if (methods.length === 0) return [];
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
}

async function handleRequest(
  row: Route,
  event: APIGatewayProxyEvent,
  services: (caller: Pick<Caller, "tenant">) => ApiServices,
  events?: EventStream,
): Promise<APIGatewayProxyResult> {
  if (row.method !== "GET") requireSameOrigin(event);
  const stream = row.streams && acceptsEvents(event) ? events : undefined;
  if (!stream) requireAcceptable(row, event);
  const context = readRequest(row, event, services);
  if (!stream && row.reply.type === EVENTS_TYPE) throw notAcceptable(EVENTS_TYPE);
  const key = headerOf(event.headers, "idempotency-key");
  if (row.method !== "GET" && key !== undefined) requireKey(key);
  let limits: readonly RateLimit[] = [];
  const run = async (services: ApiServices) => {
    if (row.limit && (row.isLimited?.(context.query) ?? true))
      limits = await countRequest(services, row.limitFor?.(context.body) ?? row.limit, whoAsks(context));
    const headers = () => ({ ...rateLimitHeaders(limits), "x-request-id": requestId(event) });
    return row.handle({ ...context, services, progress: stream?.progress(headers) ?? UNHEARD });
  };
  if (row.method === "GET" || !row.keyed || key === undefined) {
    const reply = await run(context.services);
    const result = respond(reply, rateLimitHeaders(limits));
    return row.method === "GET" && !stream ? conditional(event, result) : result;
  }
  const request = {
    caller: context.caller,
    route: row.id,
    key,
    body: JSON.stringify([event.path, event.queryStringParameters ?? {}, event.body ?? ""]),
  };
  // A stored reply does not count against the rate limit, because no work is done for it.
  const kept = await once(context.services, request, (ids) => run({ ...context.services, ids }));
  return respond(kept, {
    ...rateLimitHeaders(limits),
    ...(kept.replayed ? { "idempotency-replayed": "true" } : {}),
  });
}

/** Whether the client asks for events by their name; a wildcard means the plain reply. */
export function acceptsEvents({ headers }: APIGatewayProxyEvent): boolean {
  const accept = headerOf(headers, "accept");
  return accept?.toLowerCase().includes(EVENTS_TYPE) === true && accepts(accept, EVENTS_TYPE);
}

function requireAcceptable({ reply }: Route, { headers }: APIGatewayProxyEvent): void {
  const type = reply.type ?? "application/json";
  if (accepts(headerOf(headers, "accept"), type)) return;
  throw notAcceptable(type);
}

const notAcceptable = (type: string): GantryError =>
  new GantryError(
    "NotAcceptable",
    `Accept must include ${type.split(";")[0]}, the media type of this resource.`,
    { field: "Accept" },
  );

const whoAsks = ({ caller, event }: Pick<RouteContext<never, never, never>, "caller" | "event">) => ({
  caller,
  address: viewerAddress(event),
});

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((part, index) => (part.startsWith("{") ? actual[index] !== "" : part === actual[index]))
  );
}
