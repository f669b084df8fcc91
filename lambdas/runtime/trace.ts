import type { Tracer } from "@aws-lambda-powertools/tracer";
import { bareError, framesOf } from "#lambdas/runtime/describe-error.ts";
import { readEnv } from "#lambdas/runtime/env.ts";
import { invocation } from "#lambdas/runtime/invocation.ts";

// Only steps and event functions import this module, because X-Ray's library would be most of the code of the API,
// authorizer and WebSocket functions. Lambda itself traces those, with one segment per invocation.
const tracer = await loadTracer();

/**
 * Runs a part of an invocation as a trace segment, annotated with its mission for searches. For an error, the segment
 * has the code and the stack frames.
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
 * Loads the tracer, only in Lambda: X-Ray's library instruments every promise of the process, which makes promises
 * about ten times slower.
 */
async function loadTracer(): Promise<Tracer | undefined> {
  if (!readEnv().AWS_EXECUTION_ENV?.startsWith("AWS_Lambda_")) return undefined;
  const powertools = await import("@aws-lambda-powertools/tracer");
  // Requests are not captured, because their segments would contain object keys and messages of other libraries.
  return new powertools.Tracer({ captureHTTPsRequests: false });
}

function codeAndFrames(error: unknown): Error {
  const { code } = bareError(error);
  const known = new Error(code);
  known.name = code;
  known.stack = [code, ...framesOf(error).map((frame) => `    ${frame}`)].join("\n");
  return known;
}
