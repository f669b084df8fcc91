import { type ErrorCode, GantryError, type Problem, toProblem } from "#core/errors.ts";

/** What API Gateway answers itself, by its own name of the case, in the shape that the API's answers have. */
export const GATEWAY_PROBLEMS = {
  UNAUTHORIZED: problem("Unauthenticated", "Log in first: POST /gantry/auth."),
  // The authorizer says no to whoever has no session, and to nobody else.
  ACCESS_DENIED: problem("Unauthenticated", "Log in first: POST /gantry/auth."),
  // Unknown paths reach the function through {proxy+}, so this is a known path with another method.
  MISSING_AUTHENTICATION_TOKEN: problem("MethodNotAllowed", "This path does not take this method."),
  REQUEST_TOO_LARGE: problem("TooLarge", "A request may have at most 6 MB, an image included."),
  THROTTLED: problem("TooManyRequests", "Too many requests arrive at once. Try again in 5 seconds.", {
    retry_after_seconds: 5,
  }),
  INTEGRATION_TIMEOUT: problem("TimedOut", "The request took longer than 29 seconds."),
  DEFAULT_5XX: problem("Internal", "Please try again; the operator's log has the details."),
} as const satisfies Readonly<Record<string, Problem>>;

/** The headers that go with a problem; all API Gateway adds to a body of its own. */
export function problemHeaders({ retry_after_seconds: wait }: Problem): Readonly<Record<string, string>> {
  return {
    "content-type": "application/problem+json",
    ...(typeof wait === "number" ? { "retry-after": String(wait) } : {}),
  };
}

function problem(code: ErrorCode, message: string, detail: Readonly<Record<string, unknown>> = {}): Problem {
  return toProblem(new GantryError(code, message, { detail }));
}
