import type { MiddlewareObj } from "@middy/core";
import { toProblem } from "#core/kernel/errors.ts";
import { idSchema } from "#core/kernel/ids.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { log } from "#lambdas/runtime/log.ts";
import { requestId } from "#lambdas/runtime/response-headers.ts";

/**
 * One line for each request: which pattern, which answer, how long. Of the request itself nothing else is written
 * down: addresses, queries, headers and bodies hold what people say and what proves who they are.
 */
export function requestLine(): MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> {
  return {
    before: ({ internal }: Pick<Answered, "internal">) => {
      internal.started = Date.now();
    },
    after: (request) => write(request),
    onError: (request) => write(request, request.error),
  };
}

interface Answered {
  readonly event: APIGatewayProxyEvent;
  readonly response: APIGatewayProxyResult | null | undefined;
  readonly internal: { started?: number };
}

function write({ event, response, internal }: Answered, error?: unknown): void {
  const status = response?.statusCode ?? 500;
  log(status >= 500 ? "error" : "info", "request answered", {
    method: event.httpMethod,
    resource: event.resource,
    status,
    ms: Date.now() - (internal.started ?? Date.now()),
    request_id: requestId(event),
    ...(error ? { code: toProblem(error).code } : {}),
    ...(status >= 500 ? { error } : {}),
  });
}

/** The mission that a request is about, where its pattern has one. */
export function missionIn({ resource, pathParameters }: APIGatewayProxyEvent): string | undefined {
  if (!/^\/gantry\/(missions|status)\/\{id\}/.test(resource)) return undefined;
  return idSchema.safeParse(pathParameters?.id).data;
}
