import type { Readable } from "node:stream";

/**
 * Runs a Lambda function and returns its payload. Rejects with an Error whose `message` is the function's
 * `errorMessage` when the function fails; with `name` `RequestTooLargeException` when the event is too large.
 */
export type Invoke = (functionName: string, event: unknown) => Promise<unknown>;

/** Starts a Lambda function whose response is a stream. Rejects if it cannot start. */
export type InvokeStreaming = (functionName: string, event: unknown) => Promise<Readable>;

export class IntegrationTimeout extends Error {}

/**
 * Returns the integration's result, or throws IntegrationTimeout after `ms`. The function continues to run,
 * as on AWS.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new IntegrationTimeout(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
