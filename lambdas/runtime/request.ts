import type { z } from "zod";
import { authorise } from "#core/identity/authorise.ts";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { isNestedTooDeep, MOST_LEVELS } from "#core/kernel/input/nesting.ts";
import { readInput } from "#core/kernel/input/read-input.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { callerIn } from "#lambdas/runtime/authorizer-context.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";
import type { ApiServices, Route } from "#lambdas/runtime/route.ts";

/** The caller of a request without session or key: no person, no tenant, no rights. */
const ANONYMOUS: Caller = {
  tenant: "",
  principal: "anonymous",
  kind: "service",
  membership: null,
  roles: [],
  teams: [],
  auth_time: new Date(0).toISOString(),
  amr: [],
  scopes: [],
};

/**
 * Parses a request with the route's schemas. Throws Unauthenticated and Forbidden before reading the input, then
 * InvalidInput with all faults, or UnsupportedMedia.
 */
export function readRequest(
  row: Route,
  event: APIGatewayProxyEvent,
  services: (caller: Pick<Caller, "tenant">) => ApiServices,
): Omit<Parameters<Route["handle"]>[0], "progress"> {
  const caller = callerOf(row, event);
  return {
    services: services(caller),
    servicesFor: services,
    caller,
    path: readInput(row.params, event.pathParameters ?? {}, "The address") as Record<string, string>,
    query: readInput(row.query, event.queryStringParameters ?? {}, "The query"),
    body: row.body ? readInput(row.body, jsonBody(row, event), "The body") : {},
    headers: (row.headers ? readInput(row.headers, named(row.headers, event), "The headers") : {}) as Record<
      string,
      string
    >,
    event,
  };
}

function callerOf(row: Route, event: APIGatewayProxyEvent): Caller {
  const caller = callerIn(event.requestContext.authorizer);
  authorise(caller, row);
  return caller ?? ANONYMOUS;
}

/** The headers of these names, whatever their case in the request. */
function named({ shape }: z.ZodObject, { headers }: APIGatewayProxyEvent): Record<string, string> {
  const pairs = Object.keys(shape).map((name) => [name, headerOf(headers, name.toLowerCase())] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function jsonBody({ maxBytes }: Route, event: APIGatewayProxyEvent): unknown {
  if ((headerOf(event.headers, "content-encoding") ?? "identity").toLowerCase() !== "identity")
    throw new GantryError("UnsupportedMedia", "The body must not have a Content-Encoding.", {
      field: "Content-Encoding",
    });
  const type = headerOf(event.headers, "content-type") ?? "application/json";
  if (!/^application\/([a-z.]+\+)?json\b/i.test(type)) {
    throw new GantryError("UnsupportedMedia", "The body must be application/json.", {
      field: "Content-Type",
    });
  }
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? "", "base64").toString("utf8")
    : (event.body ?? "");
  if (maxBytes !== undefined && Buffer.byteLength(text) > maxBytes)
    throw new GantryError(
      "TooLarge",
      `The body must have at most ${maxBytes.toLocaleString("en-US")} bytes.`,
      {
        field: "body",
      },
    );
  if (text.trim() === "") return {};
  if (isNestedTooDeep(text))
    throw new GantryError("InvalidInput", `The body must be nested at most ${MOST_LEVELS} levels deep.`, {
      field: "body",
    });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GantryError("InvalidInput", "The body is not valid JSON.", { field: "body", cause });
  }
}
