import { type CloudRequest, readBody, ServiceError } from "#local-cloud/http.ts";
import { errorReply, type Reply } from "#local-cloud/vercel/reply.ts";
import type { Failure, Outcome } from "./process.ts";

/** Vercel's limit for bodies in both directions, in bytes. */
export const MAX_BODY = 4_500_000;

/** Reads the body, or returns undefined if it is too large; a stated length avoids reading it. */
export async function bodyOf(req: CloudRequest): Promise<Buffer | undefined> {
  if (Number(req.headers["content-length"] ?? 0) > MAX_BODY) return undefined;
  try {
    return await readBody(req, MAX_BODY);
  } catch (error) {
    if (error instanceof ServiceError && error.status === 413) return undefined;
    throw error;
  }
}

const HOP =
  /^(:.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|expect)$/;

/** Returns the headers for a function: the request's own and those that Vercel adds. */
export function forwarded(req: CloudRequest): Record<string, string | string[] | undefined> {
  const kept = Object.entries(req.headers).filter(([name]) => !HOP.test(name));
  const host = String(req.headers[":authority"] ?? req.headers.host ?? "");
  const added = {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": "http",
    "x-forwarded-for": "127.0.0.1",
  };
  return { ...Object.fromEntries(kept), ...added };
}

const FAILURES: Record<Failure, Reply> = {
  timeout: errorReply(504, "FUNCTION_INVOCATION_TIMEOUT", "An error occurred with your deployment"),
  failed: errorReply(500, "FUNCTION_INVOCATION_FAILED", "A server error has occurred"),
  too_large: errorReply(500, "FUNCTION_RESPONSE_PAYLOAD_TOO_LARGE", "The response is too large"),
};
export const TOO_LARGE = errorReply(413, "FUNCTION_PAYLOAD_TOO_LARGE", "Request Entity Too Large");

/** Converts the outcome of a function to a reply; a failure becomes Vercel's error. */
export function replyOf(outcome: Outcome, added: Record<string, string>): Reply {
  if (outcome.failure !== undefined) return FAILURES[outcome.failure];
  const { status, body } = outcome;
  const headers = Object.fromEntries(Object.entries(outcome.headers).filter(([name]) => !HOP.test(name)));
  const length = status === 204 || status === 304 ? {} : { "content-length": String(body.length) };
  const cache = { "cache-control": "public, max-age=0, must-revalidate" };
  // `set-cookie` may be a list, which Node's writeHead accepts.
  return { status, body, headers: { ...cache, ...(headers as Record<string, string>), ...added, ...length } };
}
