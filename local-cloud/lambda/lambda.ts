import type { Readable } from "node:stream";
import { ServiceError, type SignedService } from "#local-cloud/http.ts";
import { type AsyncInvoker, createAsyncInvoker } from "./async-invoker.ts";
import type { InvokeResult, LambdaFunction, LambdaHandler } from "./function.ts";
import { runInvocation, runStreaming } from "./invocation.ts";
import { memoryQueue, openQueue } from "./invocation-queue.ts";
import { provideStreaming } from "./streaming.ts";
import { createWire } from "./wire.ts";

export interface LambdaOptions {
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly account?: string;
  readonly region?: string;
  /** Pauses before the second and the third attempt of an asynchronous invocation, in milliseconds. */
  readonly asyncPauses?: readonly number[];
  /** Folder of the queue of asynchronous invocations; without it, they are lost with the process. */
  readonly dir?: string;
  /** When queued invocations of an earlier process can be resumed. */
  readonly ready?: Promise<void>;
}

interface InvokeOptions {
  readonly requestId?: string;
  readonly clientContext?: unknown;
}

export interface Lambda extends SignedService {
  /**
   * Invokes a function by name or ARN and waits for its result. Throws ResourceNotFoundException if it does
   * not exist. A function error is a result and not an exception.
   */
  invoke(name: string, event: unknown, options?: InvokeOptions): Promise<InvokeResult>;
  /** Invokes a function whose response is a stream, as InvokeWithResponseStream does. Rejects if it cannot start. */
  invokeStreaming(name: string, event: unknown): Promise<Readable>;
}

/** Runs functions in this process under the rules of Lambda. */
export function createLambda(options: LambdaOptions): Lambda {
  const {
    now = Date.now,
    account = "000000000000",
    region = "us-east-1",
    asyncPauses = [60_000, 120_000],
    dir,
    ready = Promise.resolve(),
  } = options;
  provideStreaming();
  const functions = new Map(
    Object.entries(options.functions).map(([name, definition]) => [
      name,
      { ...definition, handler: loadOnce(definition.handler) },
    ]),
  );
  const arnOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  const find = (reference: string) => {
    const name = functionName(reference);
    const definition = functions.get(name);
    if (definition) return { name, arn: arnOf(name), definition };
    throw new ServiceError("ResourceNotFoundException", `Function not found: ${arnOf(name)}`, 404);
  };
  const invoke: Lambda["invoke"] = async (reference, event, extra = {}) => {
    const { name, arn, definition } = find(reference);
    return runInvocation(definition, event, { name, arn, now, ...extra });
  };
  const later: AsyncInvoker = createAsyncInvoker(invoke, {
    queue: dir === undefined ? memoryQueue() : openQueue(dir),
    pauses: asyncPauses,
    ready,
  });
  return {
    invoke,
    async invokeStreaming(reference, event) {
      const { name, arn, definition } = find(reference);
      return runStreaming(definition, event, { name, arn, now });
    },
    handle: createWire({ find, invoke, later, list: () => [...functions.keys()].map(find) }),
    close: async () => later.close(),
  };
}

/** Accepts `name`, `name:$LATEST`, `account:function:name` and an ARN. */
function functionName(reference: string): string {
  const [, name, qualifier] =
    /^(?:(?:arn:aws:lambda:[\w-]+:)?(?:\d{12}:)?function:)?([\w-]{1,64})(?::([\w$-]+))?$/.exec(reference) ??
    [];
  if (!name)
    throw new ServiceError("ValidationException", `${reference} is not a function's name or ARN`, 400);
  if (qualifier === undefined || qualifier === "$LATEST") return name;
  throw new ServiceError(
    "ResourceNotFoundException",
    `Function not found: ${reference} (there are no versions)`,
    404,
  );
}

/** If loading fails, it is repeated at the next invocation. */
function loadOnce(load: LambdaFunction["handler"]): () => Promise<LambdaHandler> {
  let loading: Promise<LambdaHandler> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
