import { type Readable, Transform, type TransformCallback, type Writable } from "node:stream";
import type { LambdaContext, StreamingHandler } from "./function.ts";

/** How the Node.js runtime of Lambda marks handlers that write a stream. */
const STREAMING = Symbol.for("aws.lambda.runtime.handler.streaming");

/** What is between the head of an HTTP response and its body. */
export const HEAD_END = Buffer.alloc(8);

/** A response stream; what stands before the body is written with the first of it. */
class ResponseStream extends Transform {
  /** The name that the runtime uses. */
  _onBeforeFirstWrite: ((write: (chunk: Uint8Array | string) => void) => void) | undefined;

  override _transform(chunk: Uint8Array, _: BufferEncoding, done: TransformCallback): void {
    this.#begin();
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.#begin();
    done();
  }

  #begin(): void {
    const before = this._onBeforeFirstWrite;
    this._onBeforeFirstWrite = undefined;
    before?.((chunk) => void this.push(chunk));
  }
}

/** The global of the Node.js runtime of Lambda ("Writing response streaming-enabled Lambda functions"). */
const awslambda = {
  streamifyResponse: (handler: StreamingHandler) => Object.assign(handler, { [STREAMING]: "response" }),
  HttpResponseStream: {
    from(stream: ResponseStream, head: object): Writable {
      stream._onBeforeFirstWrite = (write) => {
        write(JSON.stringify(head));
        write(HEAD_END);
      };
      return stream;
    },
  },
};

/** Provides the global that functions with streamed responses use when they are loaded. */
export function provideStreaming(): void {
  const runtime = globalThis as { awslambda?: object };
  runtime.awslambda = Object.assign(runtime.awslambda ?? {}, awslambda);
}

/** Whether a handler writes its response to a stream. */
export const isStreaming = (handler: unknown): handler is StreamingHandler =>
  typeof handler === "function" && Object.hasOwn(handler, STREAMING);

/** Starts a handler. Its stream ends when the handler has written all, and fails when it throws or takes too long. */
export function startStream(
  handler: StreamingHandler,
  event: unknown,
  context: LambdaContext,
  timeoutMs: number,
): Readable {
  const stream = new ResponseStream();
  const fail = (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error)));
  const timer = setTimeout(
    () => fail(new Error(`Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`)),
    timeoutMs,
  );
  handler(event, stream, context)
    .then(() => !stream.writableEnded && stream.end(), fail)
    .finally(() => clearTimeout(timer));
  return stream;
}
