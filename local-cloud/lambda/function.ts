import type { Writable } from "node:stream";

/** The context of an invocation (docs: "Using the Lambda context object to retrieve … Node.js"). */
export interface LambdaContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly clientContext?: unknown;
  callbackWaitsForEmptyEventLoop: boolean;
  getRemainingTimeInMillis(): number;
}

export type LambdaHandler = (event: unknown, context: LambdaContext) => Promise<unknown>;

/** A handler that writes its response to a stream; `streamifyResponse` marks it. */
export type StreamingHandler = (event: unknown, stream: Writable, context: LambdaContext) => Promise<unknown>;

/** A function of this process: its handler is loaded at the first invocation. */
export interface LambdaFunction {
  readonly handler: () => Promise<LambdaHandler>;
  readonly timeoutSeconds: number;
}

/** The error of a function as returned to its caller. */
export interface LambdaError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type InvokeResult =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly error: LambdaError };
