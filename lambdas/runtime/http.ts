import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import { z } from "zod";
import type { Caller } from "#core/caller.ts";
import { GantryError, toProblem } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";
import { once } from "#core/idempotency.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { factory as warmFactory } from "#lambdas/runtime/factory.ts";
import { log } from "#lambdas/runtime/log.ts";
import { requireSameOrigin, SECURITY_HEADERS } from "#lambdas/runtime/web-security.ts";

/** What a route's handler gets: parsed input, and the caller when the route needs one. */
export interface RouteContext<P, Q, B> {
  readonly factory: Factory;
  readonly caller: Caller;
  readonly path: P;
  readonly query: Q;
  readonly body: B;
  readonly event: APIGatewayProxyEvent;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookie?: string;
}

/** One row of the route table: the API, its validation, its documentation and its rights in one place. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Whether a session is needed. */
  readonly session: boolean;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject | null;
  readonly reply: { readonly status: number; readonly schema: z.ZodType; readonly type?: string };
  /** Whether an Idempotency-Key keeps the reply. Off where the reply is a fresh secret. */
  readonly keyed: boolean;
  /** Left out of the documentation: parts of pages, not of the API. */
  readonly internal: boolean;
  readonly handle: (
    context: RouteContext<Record<string, string>, Record<string, unknown>, Record<string, unknown>>,
  ) => Promise<Reply>;
}

type Infer<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;

/** Writes a row with its handler typed by its schemas. */
export function route<
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodObject | undefined = undefined,
>(
  row: Pick<Route, "method" | "path" | "id" | "summary" | "reply"> & {
    session?: boolean;
    keyed?: boolean;
    internal?: boolean;
    params?: P;
    query?: Q;
    body?: B;
    handle: (context: RouteContext<Infer<P>, Infer<Q>, Infer<B>>) => Promise<Reply>;
  },
): Route {
  const empty = z.strictObject({});
  return {
    ...row,
    session: row.session ?? true,
    keyed: row.keyed ?? row.method === "POST",
    internal: row.internal ?? false,
    params: row.params ?? empty,
    query: row.query ?? empty,
    body: row.body ?? null,
    handle: row.handle as unknown as Route["handle"],
  };
}

/** The Lambda handler of a route table: middy's router in front, one error shape behind. */
export function httpHandler(routes: readonly Route[], factory: () => Factory = warmFactory) {
  const router = httpRouter({
    routes: routes.map((row) => ({
      method: row.method,
      path: row.path as `/${string}`,
      handler: (event: APIGatewayProxyEvent) => answer(row, event, factory),
    })),
    notFoundResponse: ({ method, path }: { method: string; path: string }) => {
      const known = routes.some((row) => matches(row.path, path));
      throw known
        ? new GantryError("MethodNotAllowed", `${path} does not take ${method}.`)
        : new GantryError("NotFound", `There is nothing at ${path.slice(0, 200)}.`);
    },
  } as unknown as Parameters<typeof httpRouter>[0]);
  return middy()
    .use({
      onError: (request) => {
        request.response = problem(request.error, request.event as APIGatewayProxyEvent);
      },
    })
    .handler(router as never);
}

async function answer(
  row: Route,
  event: APIGatewayProxyEvent,
  factory: () => Factory,
): Promise<APIGatewayProxyResult> {
  if (row.method !== "GET") requireSameOrigin(event);
  const context = parse(row, event, factory);
  const key = header(event, "idempotency-key");
  if (row.method === "GET" || !row.keyed || key === undefined) return respond(await row.handle(context));
  const request = {
    caller: context.caller,
    route: row.id,
    key,
    body: JSON.stringify([event.path, event.queryStringParameters ?? {}, event.body ?? ""]),
  };
  const kept = await once(context.factory, request, (ids) =>
    row.handle({ ...context, factory: Object.create(context.factory, { ids: { value: ids } }) as Factory }),
  );
  return respond({ ...kept, headers: kept.replayed ? { "idempotency-replayed": "true" } : {} });
}

function parse(
  row: Route,
  event: APIGatewayProxyEvent,
  factory: () => Factory,
): RouteContext<Record<string, string>, Record<string, unknown>, Record<string, unknown>> {
  return {
    factory: factory(),
    caller: callerOf(row, event),
    path: parsePart(row.params, event.pathParameters ?? {}) as Record<string, string>,
    query: parsePart(row.query, event.queryStringParameters ?? {}),
    body: row.body ? parsePart(row.body, jsonBody(event)) : {},
    event,
  };
}

function callerOf(row: Route, event: APIGatewayProxyEvent): Caller {
  const { tenant, user, role } = (event.requestContext.authorizer ?? {}) as Partial<Record<string, string>>;
  if (tenant && user && role) return { tenant, user, role };
  if (row.session) throw new GantryError("Unauthenticated", "Log in first: POST /gantry/auth.");
  return { tenant: "public", user: "anybody", role: "none" };
}

function parsePart(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = [
    ...(issue?.path ?? []),
    ...(issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : []),
  ]
    .map(String)
    .join(".");
  throw new GantryError("InvalidInput", sentence(field, issue), {
    field,
    detail: {
      errors: parsed.error.issues
        .slice(0, 20)
        .map(({ path, message }) => ({ field: path.map(String).join("."), message })),
    },
  });
}

function sentence(field: string, issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "unrecognized_keys") return `${field.slice(0, 80)} is not a field of this request.`;
  return `${field || "The body"}: ${issue?.message ?? "is not valid"}.`;
}

function jsonBody(event: APIGatewayProxyEvent): unknown {
  const type = header(event, "content-type") ?? "application/json";
  if (!/^application\/([a-z.]+\+)?json\b/i.test(type)) {
    throw new GantryError("UnsupportedMedia", "The body must be application/json.", {
      field: "Content-Type",
    });
  }
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? "", "base64").toString("utf8")
    : (event.body ?? "");
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GantryError("InvalidInput", "The body is not valid JSON.", { field: "body", cause });
  }
}

function respond({ status, body, headers = {}, cookie }: Reply): APIGatewayProxyResult {
  const binary = body instanceof Uint8Array;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    statusCode: status,
    headers: { ...SECURITY_HEADERS, "content-type": "application/json", ...headers },
    ...(cookie === undefined ? {} : { multiValueHeaders: { "set-cookie": [cookie] } }),
    body: binary ? Buffer.from(body).toString("base64") : text,
    isBase64Encoded: binary,
  };
}

function problem(error: unknown, event: APIGatewayProxyEvent): APIGatewayProxyResult {
  const body = toProblem(error);
  log(body.status >= 500 ? "error" : "info", "request refused", {
    method: event.httpMethod,
    resource: event.resource,
    status: body.status,
    code: body.code,
    ...(body.status >= 500 ? { error } : {}),
  });
  const wait = body.retry_after_seconds;
  return {
    statusCode: body.status,
    headers: {
      ...SECURITY_HEADERS,
      "content-type": "application/problem+json",
      ...(typeof wait === "number" ? { "retry-after": String(wait) } : {}),
    },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}

export function header(event: Pick<APIGatewayProxyEvent, "headers">, name: string): string | undefined {
  const found = Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? undefined;
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split("/");
  const actual = path.split("/");
  return (
    expected.length === actual.length &&
    expected.every((part, index) => part.startsWith("{") || part === actual[index])
  );
}
