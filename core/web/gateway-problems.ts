import { type ErrorCode, GantryError, type Problem, toProblem } from "#core/kernel/errors.ts";

/** Responses of API Gateway itself, by gateway response type, in the format of the API's problems. */
export const GATEWAY_PROBLEMS = {
  UNAUTHORIZED: problem("Unauthenticated", "Log in first: POST /gantry/auth."),
  // The authorizer denies requests without a session and requests that did not come through CloudFront.
  ACCESS_DENIED: problem(
    "Unauthenticated",
    "Log in first: POST /gantry/auth, at the address of the web client.",
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

/** The `WWW-Authenticate` header (RFC 9110 section 11.6.1) for programs; pages use the session cookie. */
export const AUTHENTICATE = 'Bearer realm="gantry"';

/** The headers of a problem that API Gateway returns itself, as parameter mappings of a gateway response. */
export function gatewayHeaders(problem: Problem): Readonly<Record<string, string>> {
  const { status, retry_after_seconds: wait } = problem;
  return {
    "content-type": "'application/problem+json'",
    // CloudFront sets the id of every request before API Gateway receives it.
    "x-request-id": "method.request.header.x-request-id",
    ...(status === 401 ? { "www-authenticate": `'${AUTHENTICATE}'` } : {}),
    ...(typeof wait === "number" ? { "retry-after": `'${wait}'` } : {}),
  };
}

function problem(code: ErrorCode, message: string, detail: Readonly<Record<string, unknown>> = {}): Problem {
  return toProblem(new GantryError(code, message, { detail }));
}
