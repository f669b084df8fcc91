import { randomUUID } from "node:crypto";
import {
  type CloudRequest,
  header,
  readBody,
  requestUrl,
  ServiceError,
  type SignedHandler,
  send,
} from "#local-cloud/http.ts";
import type { AsyncInvoker } from "./async-invoker.ts";
import type { InvokeResult, LambdaFunction } from "./function.ts";
import { MAX_PAYLOAD_BYTES } from "./invocation.ts";

interface Found {
  readonly name: string;
  readonly arn: string;
  readonly definition: LambdaFunction;
}

export interface WireOptions {
  readonly find: (reference: string) => Found;
  readonly list: () => Found[];
  readonly invoke: (
    name: string,
    event: unknown,
    options: { requestId: string; clientContext?: unknown },
  ) => Promise<InvokeResult>;
  readonly later: AsyncInvoker;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const MAX_ASYNC_BYTES = 1024 * 1024;

/** Lambda's REST protocol: Invoke, GetFunction, ListFunctions (API reference, version 2015-03-31). */
export function createWire(options: WireOptions): SignedHandler {
  return async (req, res) => {
    const requestId = randomUUID();
    const headers = { "content-type": "application/json", "x-amzn-requestid": requestId };
    try {
      const reply = await answer(options, req, requestId);
      const body = reply.body === undefined ? "" : JSON.stringify(reply.body);
      send(res, reply.status, body, { ...headers, ...reply.headers });
    } catch (error) {
      if (!(error instanceof ServiceError)) console.error(error);
      const known =
        error instanceof ServiceError ? error : new ServiceError("ServiceException", "internal error", 500);
      const body = JSON.stringify({ Type: known.status < 500 ? "User" : "Service", Message: known.message });
      send(res, known.status, body, { ...headers, "x-amzn-errortype": known.code });
    }
  };
}

async function answer(options: WireOptions, req: CloudRequest, requestId: string): Promise<Reply> {
  const url = requestUrl(req);
  const [, reference, action] =
    /^\/2015-03-31\/functions(?:\/([^/]+))?(\/invocations)?\/?$/.exec(url.pathname) ?? [];
  const stranger = [...url.searchParams.keys()].find((name) => name !== "Qualifier");
  if (stranger)
    throw new ServiceError("NotImplemented", `query parameter ${stranger} is not implemented`, 501);
  const qualifier = url.searchParams.get("Qualifier");
  const named = reference && decodeURIComponent(reference) + (qualifier ? `:${qualifier}` : "");
  if (req.method === "POST" && named && action) return invoke(options, req, named, requestId);
  if (req.method === "GET" && named && !action)
    return { status: 200, body: getFunction(options.find(named)) };
  if (req.method === "GET" && url.pathname.startsWith("/2015-03-31/functions") && !named)
    return { status: 200, body: { Functions: options.list().map(configuration), NextMarker: null } };
  throw new ServiceError("NotImplemented", `${req.method} ${url.pathname} is not implemented`, 501);
}

async function invoke(
  options: WireOptions,
  req: CloudRequest,
  reference: string,
  requestId: string,
): Promise<Reply> {
  refuseUnsupported(req);
  const { name } = options.find(reference);
  const type = header(req, "x-amz-invocation-type") ?? "RequestResponse";
  const event = await readEvent(req, type === "Event" ? MAX_ASYNC_BYTES : MAX_PAYLOAD_BYTES);
  switch (type) {
    case "DryRun":
      return { status: 204 };
    case "Event":
      await options.later.start(name, event, requestId);
      return { status: 202 };
    case "RequestResponse":
      return respond(await options.invoke(name, event, { requestId, ...clientContext(req) }));
    default:
      throw new ServiceError("InvalidParameterValueException", `Invocation type ${type} is not known`, 400);
  }
}

function respond(result: InvokeResult): Reply {
  const headers = { "x-amz-executed-version": "$LATEST" };
  if (result.ok) return { status: 200, body: result.payload, headers };
  return { status: 200, body: result.error, headers: { ...headers, "x-amz-function-error": "Unhandled" } };
}

async function readEvent(req: CloudRequest, limit: number): Promise<unknown> {
  const bytes = await readBody(req, limit).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error;
    const message = `Request must be smaller than ${limit} bytes for the InvokeFunction operation`;
    throw new ServiceError("RequestTooLargeException", message, 413);
  });
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    const message = `Could not parse request body into json: ${(error as Error).message}`;
    throw new ServiceError("InvalidRequestContentException", message, 400);
  }
}

function clientContext(req: CloudRequest): { clientContext?: unknown } {
  const encoded = header(req, "x-amz-client-context");
  if (encoded === undefined) return {};
  try {
    return { clientContext: JSON.parse(Buffer.from(encoded, "base64").toString("utf8")) };
  } catch {
    throw new ServiceError(
      "InvalidRequestContentException",
      "Client context must be valid JSON in base64",
      400,
    );
  }
}

function refuseUnsupported(req: CloudRequest): void {
  const logType = header(req, "x-amz-log-type") ?? "None";
  if (logType !== "None")
    throw new ServiceError("NotImplemented", `LogType ${logType} is not implemented`, 501);
  if (
    header(req, "x-amz-durable-execution-name") !== undefined ||
    header(req, "x-amz-tenant-id") !== undefined
  )
    throw new ServiceError(
      "NotImplemented",
      "durable executions and tenant isolation are not implemented",
      501,
    );
}

function getFunction(found: Found) {
  return { Configuration: configuration(found), Code: { RepositoryType: "local" }, Tags: {} };
}

function configuration({ name, arn, definition }: Found) {
  return {
    FunctionName: name,
    FunctionArn: arn,
    Runtime: "nodejs24.x",
    Handler: "index.handler",
    Timeout: definition.timeoutSeconds,
    MemorySize: 1024,
    Version: "$LATEST",
    PackageType: "Zip",
    State: "Active",
    LastUpdateStatus: "Successful",
  };
}
