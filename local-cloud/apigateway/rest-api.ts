import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { compressed } from "#local-cloud/compress.ts";
import { type CloudHandler, type CloudRequest, type CloudResponse, requestUrl } from "#local-cloud/http.ts";
import { createAuthorizer, type RequestAuthorizer } from "./authorizer.ts";
import {
  createGatewayResponses,
  type GatewayContext,
  GatewayError,
  type GatewayResponses,
} from "./gateway-response.ts";
import { IntegrationTimeout, type Invoke, type InvokeStreaming, within } from "./invoke.ts";
import { type ProxyResponse, proxyResponse } from "./proxy-result.ts";
import { extendedId } from "./request-parts.ts";
import { isBinary, readRestBody } from "./rest-body.ts";
import { methodArn, type RestEvent, type RestIdentity, restEvent } from "./rest-event.ts";
import { compileRoutes, type RestRoute } from "./rest-routes.ts";
import { passStream } from "./stream-response.ts";

export interface RestApiOptions {
  readonly routes: readonly RestRoute[];
  readonly invoke: Invoke;
  /** For routes with `streams`. */
  readonly invokeStreaming?: InvokeStreaming;
  /** By the name that routes use. */
  readonly authorizers?: Record<string, RequestAuthorizer>;
  readonly stage?: string;
  readonly apiId?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** API Gateway's own limits: 29 s for the integration, 10 MB of body, 5 min of silence in a stream. */
  readonly limits?: { readonly timeoutMs?: number; readonly bodyBytes?: number; readonly idleMs?: number };
  readonly binaryMediaTypes?: readonly string[];
  /** Bytes from which responses are compressed; undefined: never. */
  readonly minimumCompressionSize?: number;
  readonly gatewayResponses?: GatewayResponses;
  readonly now?: () => number;
}

/**
 * An API Gateway REST API with Lambda proxy integrations. Paths have no stage, because CloudFront's origin
 * path adds it.
 */
export function createRestApi(options: RestApiOptions): CloudHandler {
  const { invoke, authorizers = {}, limits = {}, binaryMediaTypes = [], now = Date.now } = options;
  const { timeoutMs = 29_000, bodyBytes = 10 * 1024 * 1024, idleMs = 300_000 } = limits;
  const { stage = "local", apiId = "gantry", accountId = "000000000000", region = "us-east-1" } = options;
  const api: RestIdentity = { stage, apiId, accountId, region };
  const match = compileRoutes(options.routes);
  const render = createGatewayResponses(options.gatewayResponses ?? {});
  const guards = createGuards(options.routes, authorizers, { invoke, timeoutMs, now });

  const integrate = async (functionName: string, event: unknown, binary: boolean): Promise<ProxyResponse> => {
    try {
      return proxyResponse(await within(timeoutMs, invoke(functionName, event)), binary);
    } catch (error) {
      throw integrationError(error);
    }
  };

  return async (req, res) => {
    const url = requestUrl(req);
    const context = gatewayContext(req, url, stage);
    try {
      const found = match(context.httpMethod, url.pathname);
      if (!found) throw new GatewayError("MISSING_AUTHENTICATION_TOKEN", "Missing Authentication Token");
      const event = restEvent(req, url, found, api, now());
      context.requestId = event.requestContext.requestId;
      const authorizer = await guards(found.route.authorizer, event, api);
      const requestContext = { ...event.requestContext, ...(authorizer && { authorizer }) };
      const body = await readRestBody(req, bodyBytes, binaryMediaTypes);
      if (found.route.streams && options.invokeStreaming) {
        const streamed = { ...event, requestContext, ...body };
        const source = await options.invokeStreaming(found.route.function, streamed).catch((error) => {
          throw integrationError(error);
        });
        return await passStream(source, res, gatewayHeaders(context), { idleMs }).catch((error) => {
          throw integrationError(error);
        });
      }
      const binary = isBinary(req.headers.accept, binaryMediaTypes);
      const answer = await integrate(found.route.function, { ...event, requestContext, ...body }, binary);
      write(res, context, encoded(req, answer, options.minimumCompressionSize));
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      const answer = render(error, context);
      write(res, context, { ...answer, body: Buffer.from(answer.body) });
      // An unread body would block the next request of the connection.
      req.resume();
    }
  };
}

/** Creates one authorizer per name, which its routes share with its cache. */
function createGuards(
  routes: readonly RestRoute[],
  authorizers: Record<string, RequestAuthorizer>,
  options: Parameters<typeof createAuthorizer>[1],
) {
  const guards = new Map(
    Object.entries(authorizers).map(([name, settings]) => [name, createAuthorizer(settings, options)]),
  );
  for (const { authorizer, method, path } of routes)
    if (authorizer !== undefined && !guards.has(authorizer))
      throw new Error(`${method} ${path} names the authorizer ${authorizer}, which is not defined`);
  return async (name: string | undefined, event: RestEvent, api: RestIdentity) => {
    if (name === undefined) return undefined;
    const guard = guards.get(name);
    if (!guard) throw new Error(`no authorizer ${name}`);
    return guard({ ...event, methodArn: methodArn(event, api) });
  };
}

function integrationError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (error instanceof IntegrationTimeout)
    return new GatewayError("INTEGRATION_TIMEOUT", "Endpoint request timed out");
  if (error instanceof Error && error.name === "RequestTooLargeException")
    return new GatewayError("REQUEST_TOO_LARGE", "Request Too Long");
  return new GatewayError("DEFAULT_5XX", "Internal server error", 502);
}

function gatewayContext(req: CloudRequest, url: URL, stage: string): GatewayContext {
  return {
    requestId: crypto.randomUUID(),
    extendedRequestId: extendedId(),
    path: `/${stage}${url.pathname}`,
    httpMethod: req.method ?? "GET",
    stage,
    headers: req.headers,
  };
}

const gatewayHeaders = ({ requestId, extendedRequestId }: GatewayContext) => ({
  "x-amzn-requestid": requestId,
  "x-amz-apigw-id": extendedRequestId,
});

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Uint8Array;
}

/** Compresses the response if the client accepts that, unless the function has compressed it. */
function encoded(req: CloudRequest, answer: Answer, minimum = Number.POSITIVE_INFINITY): Answer {
  const { headers } = answer;
  if (headers["content-encoding"] !== undefined) return answer;
  const type = String(headers["content-type"] ?? "");
  const { body, headers: more } = compressed(req, { type, body: answer.body, minimum, encodings: ["gzip"] });
  return { ...answer, headers: { ...headers, ...more }, body };
}

function write(res: CloudResponse, context: GatewayContext, { status, headers, body }: Answer): void {
  const out = res as ServerResponse;
  // Functions return no body for HEAD, so the length of GET's body is unknown.
  const bodyless = status === 204 || status === 304 || context.httpMethod === "HEAD";
  out.writeHead(status, {
    ...headers,
    ...(bodyless ? {} : { "content-length": body.length }),
    ...gatewayHeaders(context),
  });
  out.end(bodyless ? undefined : body);
}
