import type { MiddlewareObj } from "@middy/core";
import { GantryError } from "#core/kernel/errors.ts";
import { requestIdOf } from "#core/web/request-id.ts";
import { API_VERSIONS } from "#core/web/version.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";

interface Answered {
  readonly event: APIGatewayProxyEvent;
  response: APIGatewayProxyResult | null | undefined;
  readonly internal: { started?: number };
}

/** Adds X-Request-ID and X-Duration, in seconds. Throws InvalidInput for an unknown Gantry-Version. */
export function responseHeaders(): MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> {
  return {
    before: ({ event }) => requireVersion(event),
    after: (request) => add(request),
    onError: (request) => add(request),
  };
}

/** The id of a request, as used in the response header, the problem and the log. */
export function requestId({ headers, requestContext }: APIGatewayProxyEvent): string {
  return requestIdOf(headerOf(headers, "x-request-id"), requestContext.requestId);
}

function add(request: Answered): void {
  const { event, response, internal } = request;
  if (!response) return;
  const seconds = (Date.now() - (internal.started ?? Date.now())) / 1000;
  const headers = { "x-request-id": requestId(event), "x-duration": seconds.toFixed(3) };
  request.response = { ...response, headers: { ...response.headers, ...headers } };
}

function requireVersion({ headers }: APIGatewayProxyEvent): void {
  const asked = headerOf(headers, "gantry-version");
  if (asked === undefined || (API_VERSIONS as readonly string[]).includes(asked)) return;
  throw new GantryError("InvalidInput", `Gantry-Version must be ${API_VERSIONS.join(" or ")}.`, {
    field: "Gantry-Version",
    detail: { versions: API_VERSIONS },
  });
}
