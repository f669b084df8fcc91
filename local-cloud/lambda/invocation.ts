import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { InvokeResult, LambdaContext, LambdaError, LambdaFunction, LambdaHandler } from "./function.ts";
import { isStreaming, startStream } from "./streaming.ts";

/** Lambda's limit for a synchronous request; a response may be 100 bytes longer. */
export const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;
const MAX_RESPONSE_BYTES = MAX_PAYLOAD_BYTES + 100;

export interface InvocationOptions {
  readonly name: string;
  readonly arn: string;
  readonly now: () => number;
  readonly requestId?: string;
  readonly clientContext?: unknown;
}

/**
 * Runs a handler once under Lambda's rules: event and result are JSON, the time is limited, and failures are
 * results and not exceptions. A handler that exceeds its time limit is no longer waited for, but cannot be
 * stopped, because it runs in this process.
 */
export async function runInvocation(
  definition: LambdaFunction,
  event: unknown,
  options: InvocationOptions,
): Promise<InvokeResult> {
  const requestId = options.requestId ?? randomUUID();
  const limit = definition.timeoutSeconds * 1000;
  const deadline = options.now() + limit;
  const input = toJson(event);
  if (Buffer.byteLength(input) > MAX_PAYLOAD_BYTES)
    return failed(
      "RequestTooLargeException",
      `Request must be smaller than ${MAX_PAYLOAD_BYTES} bytes for the InvokeFunction operation`,
    );
  const timer = Promise.withResolvers<InvokeResult>();
  const timeout = setTimeout(() => timer.resolve(timedOut(requestId, definition.timeoutSeconds)), limit);
  try {
    return await Promise.race([
      call(definition, JSON.parse(input), contextOf(options, requestId, deadline)),
      timer.promise,
    ]);
  } finally {
    clearTimeout(timeout);
  }
}

async function call(
  definition: LambdaFunction,
  event: unknown,
  context: LambdaContext,
): Promise<InvokeResult> {
  let handler: LambdaHandler;
  try {
    handler = await definition.handler();
  } catch (error) {
    return { ok: false, error: { ...describe(error), errorType: "Runtime.ImportModuleError" } };
  }
  let result: unknown;
  try {
    result = isStreaming(handler)
      ? await text(startStream(handler, event, context, context.getRemainingTimeInMillis()))
      : await handler(event, context);
  } catch (error) {
    return { ok: false, error: describe(error) };
  }
  return respond(result);
}

function respond(result: unknown): InvokeResult {
  let output: string;
  try {
    output = toJson(result);
  } catch (error) {
    return failed(
      "Runtime.MarshalError",
      `Unable to stringify response body: ${describe(error).errorMessage}`,
    );
  }
  if (Buffer.byteLength(output) > MAX_RESPONSE_BYTES)
    return failed(
      "Function.ResponseSizeTooLarge",
      `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
    );
  return { ok: true, payload: JSON.parse(output) };
}

/** Describes a thrown value as the Node.js runtime does. */
function describe(error: unknown): LambdaError {
  if (!(error instanceof Error) && !isErrorLike(error))
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") };
}

/** An error of another realm is not an `instanceof Error`. */
function isErrorLike(error: unknown): error is Error {
  return Object.prototype.toString.call(error) === "[object Error]";
}

/**
 * Runs a handler once and returns its response as a stream, which goes on when nobody reads it. Throws when the function
 * cannot be loaded, does not stream, or receives an event that is too large.
 */
export async function runStreaming(
  definition: LambdaFunction,
  event: unknown,
  options: InvocationOptions,
): Promise<Readable> {
  const limit = definition.timeoutSeconds * 1000;
  const input = toJson(event);
  if (Buffer.byteLength(input) > MAX_PAYLOAD_BYTES)
    throw Object.assign(new Error("Request must be smaller"), { name: "RequestTooLargeException" });
  const handler = await definition.handler();
  if (!isStreaming(handler)) throw new Error(`the function ${options.name} does not stream its response`);
  const context = contextOf(options, options.requestId ?? randomUUID(), options.now() + limit);
  return startStream(handler, JSON.parse(input), context, limit);
}

function contextOf(options: InvocationOptions, awsRequestId: string, deadline: number): LambdaContext {
  return {
    functionName: options.name,
    functionVersion: "$LATEST",
    invokedFunctionArn: options.arn,
    memoryLimitInMB: "1024",
    awsRequestId,
    logGroupName: `/aws/lambda/${options.name}`,
    logStreamName: `local/[$LATEST]${awsRequestId.replaceAll("-", "")}`,
    ...(options.clientContext === undefined ? {} : { clientContext: options.clientContext }),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - options.now()),
  };
}

function timedOut(requestId: string, seconds: number): InvokeResult {
  return failed(
    "Sandbox.Timedout",
    `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  );
}

function failed(errorType: string, errorMessage: string): InvokeResult {
  return { ok: false, error: { errorType, errorMessage } };
}

/** `undefined` becomes null, as on AWS. */
function toJson(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}
