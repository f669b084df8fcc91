import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import { countRequest } from "#core/auth/rate-limit.ts";
import type { Caller } from "#core/caller.ts";
import { GantryError } from "#core/errors.ts";
import { once, requireKey } from "#core/idempotency.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";
import { invoke, type LambdaContext } from "#lambdas/runtime/invocation.ts";
import { rateLimitHeaders } from "#lambdas/runtime/rate-limit-headers.ts";
import { refuse, respond } from "#lambdas/runtime/reply.ts";
import { readRequest } from "#lambdas/runtime/request.ts";
import { missionIn, requestLine } from "#lambdas/runtime/request-line.ts";
import type { ApiFactory, Route, RouteContext } from "#lambdas/runtime/route.ts";
import { requireSameOrigin, viewerAddress } from "#lambdas/runtime/web-security.ts";

/** The Lambda handler of a route table: middy's router in front, one error shape behind. */
export function httpHandler(routes: readonly Route[], factory: (caller: Caller) => ApiFactory) {
  const router = httpRouter({
    routes: routes.map((row) => ({
      method: row.method,
      path: row.path as `/${string}`,
      handler: (event: APIGatewayProxyEvent) => answer(row, event, factory),
    })),
    notFoundResponse: ({ method, path }: { method: string; path: string }) => {
      const allow = routes.filter((row) => matches(row.path, path)).map((row) => row.method);
      throw allow.length > 0
        ? new GantryError("MethodNotAllowed", `${path} does not take ${method}.`, { detail: { allow } })
        : new GantryError("NotFound", `There is nothing at ${path.slice(0, 200)}.`);
    },
  } as unknown as Parameters<typeof httpRouter>[0]);
  const handle = middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(requestLine())
    .use({
      onError: (request) => {
        request.response = refuse(request.error);
      },
    })
    .handler(router as never);
  return (event: APIGatewayProxyEvent, context?: LambdaContext): Promise<APIGatewayProxyResult> =>
    invoke(context, missionIn(event), () => handle(event, context as never));
}

async function answer(
  row: Route,
  event: APIGatewayProxyEvent,
  factory: (caller: Caller) => ApiFactory,
): Promise<APIGatewayProxyResult> {
  if (row.method !== "GET") requireSameOrigin(event);
  const context = readRequest(row, event, factory);
  const key = headerOf(event.headers, "idempotency-key");
  if (row.method !== "GET" && key !== undefined) requireKey(key);
  const limits = row.limit ? await countRequest(context.factory, row.limit, whoAsks(context)) : [];
  const headers = rateLimitHeaders(limits);
  if (row.method === "GET" || !row.keyed || key === undefined)
    return respond(await row.handle(context), headers);
  const request = {
    caller: context.caller,
    route: row.id,
    key,
    body: JSON.stringify([event.path, event.queryStringParameters ?? {}, event.body ?? ""]),
  };
  const kept = await once(context.factory, request, (ids) =>
    row.handle({
      ...context,
      factory: Object.create(context.factory, { ids: { value: ids } }) as ApiFactory,
    }),
  );
  return respond(kept, { ...headers, ...(kept.replayed ? { "idempotency-replayed": "true" } : {}) });
}

const whoAsks = ({ caller, event }: Pick<RouteContext<never, never, never>, "caller" | "event">) => ({
  caller,
  address: viewerAddress(event),
});

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((part, index) => part.startsWith("{") || part === actual[index])
  );
}
