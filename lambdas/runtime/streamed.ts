import type { Writable } from "node:stream";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import {
  type EventStream,
  eventStream,
  lastEventIdOf,
  type ResponseSink,
} from "#lambdas/runtime/event-stream.ts";
import { acceptsEvents } from "#lambdas/runtime/http.ts";
import type { LambdaContext } from "#lambdas/runtime/invocation.ts";

/** What the Node.js runtime of Lambda provides for streamed responses. */
interface Runtime {
  streamifyResponse(handler: StreamedHandler): StreamedHandler;
  readonly HttpResponseStream: {
    /** Puts status and headers before what is written. */
    from(stream: Writable, head: object): Writable;
  };
}

type StreamedHandler = (
  event: APIGatewayProxyEvent,
  stream: Writable,
  context: LambdaContext,
) => Promise<void>;

type Handle = (
  event: APIGatewayProxyEvent,
  context: LambdaContext,
  events: EventStream,
) => Promise<APIGatewayProxyResult>;

/**
 * The handler of a function whose response API Gateway passes on while it is written. The client may leave: the work is
 * completed and kept all the same.
 */
export function streamed(handle: Handle): StreamedHandler {
  const { streamifyResponse, HttpResponseStream } = (globalThis as unknown as { awslambda: Runtime })
    .awslambda;
  return streamifyResponse(async (event, stream, context) => {
    const sink = sinkOf(stream, (head) => HttpResponseStream.from(stream, head));
    const events = eventStream({
      sink,
      isWanted: acceptsEvents(event),
      lastEventId: lastEventIdOf(event.headers),
    });
    events.finish(await handle(event, context, events));
    await sink.end();
  });
}

function sinkOf(
  stream: Writable,
  start: (head: object) => Writable,
): ResponseSink & { readonly end: () => Promise<void> } {
  let out = stream;
  // A client that has left is no error of the function.
  stream.on("error", () => {});
  return {
    open({ statusCode, headers, multiValueHeaders }) {
      const cookies = multiValueHeaders?.["set-cookie"];
      out = start({ statusCode, headers, ...(cookies ? { cookies } : {}) });
    },
    write: (text) => void out.write(text),
    end: () =>
      new Promise((resolve) => {
        out.once("error", () => resolve());
        out.end(() => resolve());
      }),
  };
}
