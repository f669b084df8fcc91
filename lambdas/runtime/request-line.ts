import type { MiddlewareObj } from "@middy/core";
import { toProblem } from "#core/kernel/errors.ts";
import { idSchema } from "#core/kernel/ids.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { log } from "#lambdas/runtime/log.ts";
import { requestId } from "#lambdas/runtime/response-headers.ts";

/**
 * Logs one line per request: path pattern, status and duration. Logs nothing else of a request, because paths, queries,
 * headers and bodies contain people's messages and credentials.
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

/** The mission in the path of a request, if there is one. */
export function missionIn({ resource, pathParameters }: APIGatewayProxyEvent): string | undefined {
  if (!/^\/gantry\/(missions|status)\/\{id\}/.test(resource)) return undefined;
  return idSchema.safeParse(pathParameters?.id).data;
}
