import { type ErrorCode, GantryError, type Problem, toProblem } from "#core/kernel/errors.ts";

/** What API Gateway answers itself, by its own name of the case, in the shape that the API's answers have. */
export const GATEWAY_PROBLEMS = {
  UNAUTHORIZED: problem("Unauthenticated", "Log in first: POST /gantry/auth."),
  // An authorizer says no to a request without a session, and to one that has not come through the edge.
  ACCESS_DENIED: problem(
    "Unauthenticated",
    "Log in first: POST /gantry/auth, at the address at which the web client is.",
  ),
  // Every other path reaches the function, with any method.
  MISSING_AUTHENTICATION_TOKEN: problem("NotFound", "There is nothing at /."),
  REQUEST_TOO_LARGE: problem("TooLarge", "A request may have at most 6 MB, an image included."),
  THROTTLED: problem("TooManyRequests", "Too many requests arrive at once. Try again in 5 seconds.", {
    retry_after_seconds: 5,
  }),
  AUTHORIZER_FAILURE: problem(
    "EnvironmentFailure",
    "The service is too busy to check the session. Try again in 5 seconds.",
    { retry_after_seconds: 5 },
  ),
  INTEGRATION_TIMEOUT: problem("TimedOut", "The request took longer than 29 seconds."),
  DEFAULT_5XX: problem("Internal", "Internal error; try again. The operator's log has the details."),
} as const satisfies Readonly<Record<string, Problem>>;

/** How to authenticate (RFC 9110 section 11.6.1): programs by a bearer token, pages by what the log-in gives them. */
export const AUTHENTICATE = 'Bearer realm="gantry"';

/** The headers of a problem that API Gateway writes itself, each as a parameter mapping of a gateway response. */
export function gatewayHeaders(problem: Problem): Readonly<Record<string, string>> {
  const { status, retry_after_seconds: wait } = problem;
  return {
    "content-type": "'application/problem+json'",
    // The edge names every request before API Gateway sees it.
    "x-request-id": "method.request.header.x-request-id",
    ...(status === 401 ? { "www-authenticate": `'${AUTHENTICATE}'` } : {}),
    ...(typeof wait === "number" ? { "retry-after": `'${wait}'` } : {}),
  };
}

function problem(code: ErrorCode, message: string, detail: Readonly<Record<string, unknown>> = {}): Problem {
  return toProblem(new GantryError(code, message, { detail }));
}
