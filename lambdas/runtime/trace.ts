import { Tracer } from "@aws-lambda-powertools/tracer";
import { bareError, framesOf } from "#lambdas/runtime/describe-error.ts";
import { invocation } from "#lambdas/runtime/invocation.ts";

// Only steps and event functions import this module: X-Ray's library is most of a small function's size. The API,
// the authorizers and the sockets are traced by Lambda itself, which sees each of their calls as one segment.
// Outside of Lambda the tracer is off by itself: it opens no socket and says nothing.
// Requests are not captured: their segments would hold the addresses of objects and what foreign errors say.
const tracer = new Tracer({ captureHTTPsRequests: false });

/**
 * Runs a part of an invocation as a segment of its trace, which can be searched for by the mission it is about.
 * Of an error the segment has the code and the stack's frames.
 */
export function traced<R>(run: () => Promise<R>): Promise<R> {
  if (!tracer.isTracingEnabled()) return run();
  const { function_name = "handler", correlation_id } = invocation();
  return tracer.provider.captureAsyncFunc(`## ${function_name}`, async (segment) => {
    try {
      if (correlation_id !== undefined) tracer.putAnnotation("mission", correlation_id);
      return await run();
    } catch (error) {
      tracer.addErrorAsMetadata(codeAndFrames(error));
      throw error;
    } finally {
      segment?.close();
    }
  }) as Promise<R>;
}

function codeAndFrames(error: unknown): Error {
  const { code } = bareError(error);
  const known = new Error(code);
  known.name = code;
  known.stack = [code, ...framesOf(error).map((frame) => `    ${frame}`)].join("\n");
  return known;
}
