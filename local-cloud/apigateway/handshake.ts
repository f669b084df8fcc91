import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { z } from "zod";
import type { RequestAuthorizer } from "./authorizer.ts";
import { createAuthorizer } from "./authorizer.ts";
import { createGatewayResponses, GatewayError } from "./gateway-response.ts";
import { IntegrationTimeout, type Invoke, within } from "./invoke.ts";
import { headerValue, queryValues, type Values } from "./request-parts.ts";
import { type Connection, socketContext } from "./socket-event.ts";

export interface HandshakeOptions {
  readonly invoke: Invoke;
  /** The function behind $connect; without one every authorised client is accepted. */
  readonly connect: string | undefined;
  readonly authorizer?: Omit<RequestAuthorizer, "ttlSeconds"> | undefined;
  readonly timeoutMs: number;
  readonly now: () => number;
  /** `arn:aws:execute-api:<region>:<account>:<api>/<stage>`. */
  readonly arn: string;
}

// A result may have other fields; only these two matter to a handshake.
const connectResult = z.looseObject({
  statusCode: z.coerce.number<number | string>().int(),
  headers: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Calls the authorizer, then the $connect integration. Returns the subprotocol that the integration chose
 * (AWS itself returns none); throws a GatewayError to refuse the connection.
 */
export function createHandshake(options: HandshakeOptions) {
  const { invoke, timeoutMs, now, connect } = options;
  // Results of a WebSocket authorizer are not cached: it runs once per connection.
  const authorize =
    options.authorizer &&
    createAuthorizer({ ...options.authorizer, ttlSeconds: 0 }, { invoke, timeoutMs, now });

  return async (
    connection: Connection,
    headers: Values,
    params: URLSearchParams,
  ): Promise<string | undefined> => {
    const query = queryValues(params);
    const event = {
      headers: headers.single,
      multiValueHeaders: headers.multi,
      ...(params.size > 0 && {
        queryStringParameters: query.single,
        multiValueQueryStringParameters: query.multi,
      }),
    };
    if (authorize) {
      const requestContext = socketContext(connection, "CONNECT", "$connect", now());
      const methodArn = `${options.arn}/$connect`;
      const input = { ...event, queryStringParameters: query.single, requestContext, methodArn };
      connection.authorizer = await authorize(input);
    }
    if (connect === undefined) return undefined;
    const requestContext = socketContext(connection, "CONNECT", "$connect", now());
    return chosenProtocol(
      await ask(within(timeoutMs, invoke(connect, { ...event, requestContext, isBase64Encoded: false }))),
    );
  };
}

async function ask(answer: Promise<unknown>) {
  const settled = await answer.catch((error: unknown) => {
    if (error instanceof IntegrationTimeout)
      throw new GatewayError("INTEGRATION_TIMEOUT", "Endpoint request timed out");
    throw new GatewayError("DEFAULT_5XX", "Internal server error", 502);
  });
  const parsed = connectResult.safeParse(settled);
  if (!parsed.success) throw new GatewayError("DEFAULT_5XX", "Internal server error", 502);
  const { statusCode, headers } = parsed.data;
  const type = statusCode >= 500 ? "DEFAULT_5XX" : "DEFAULT_4XX";
  if (statusCode < 200 || statusCode > 299)
    throw new GatewayError(type, STATUS_CODES[statusCode] ?? "Forbidden", statusCode);
  return headers ?? {};
}

function chosenProtocol(headers: Record<string, unknown>): string | undefined {
  const strings = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return headerValue(Object.fromEntries(strings), "sec-websocket-protocol");
}

const render = createGatewayResponses({});

/** Answers an upgrade request with an HTTP error and closes it. */
export function refuseUpgrade(
  req: IncomingMessage,
  socket: Duplex,
  error: GatewayError,
  requestId: string,
  common: Readonly<Record<string, string>>,
): void {
  const { status, headers, body } = render(error, {
    requestId,
    extendedRequestId: requestId,
    path: req.url ?? "/",
    httpMethod: "GET",
    stage: "",
    headers: req.headers,
  });
  const lines = Object.entries({
    ...headers,
    "content-length": String(Buffer.byteLength(body)),
    ...common,
    "x-amzn-requestid": requestId,
    "x-request-id": String(req.headers["x-request-id"] ?? requestId),
    "x-duration": "0.000",
    connection: "close",
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Error"}\r\n${lines.join("")}\r\n${body}`);
}
