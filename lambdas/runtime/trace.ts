import type { Tracer } from "@aws-lambda-powertools/tracer";
import { bareError, framesOf } from "#lambdas/runtime/describe-error.ts";
import { readEnv } from "#lambdas/runtime/env.ts";
import { invocation } from "#lambdas/runtime/invocation.ts";

// Only steps and event functions import this module: X-Ray's library would be most of what the API, the authorizers
// and the sockets are. Those are traced by Lambda itself, which sees each of their calls as one segment.
const tracer = await loadTracer();

/**
 * Runs a part of an invocation as a segment of its trace, which can be searched for by the mission it is about.
 * Of an error the segment has the code and the stack's frames.
 */
export function traced<R>(run: () => Promise<R>): Promise<R> {
  if (!tracer?.isTracingEnabled()) return run();
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

/**
 * The tracer, in Lambda only: loading X-Ray's library follows every promise of the process from then on, and makes
 * each some ten times slower.
 */
async function loadTracer(): Promise<Tracer | undefined> {
  if (!readEnv().AWS_EXECUTION_ENV?.startsWith("AWS_Lambda_")) return undefined;
  const powertools = await import("@aws-lambda-powertools/tracer");
  // Requests are not captured: they would be told with the keys of objects and with what foreign errors say.
  return new powertools.Tracer({ captureHTTPsRequests: false });
}

function codeAndFrames(error: unknown): Error {
  const { code } = bareError(error);
  const known = new Error(code);
  known.name = code;
  known.stack = [code, ...framesOf(error).map((frame) => `    ${frame}`)].join("\n");
  return known;
}
