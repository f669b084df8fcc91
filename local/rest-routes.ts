import { ROUTES } from "#lambdas/api/routes.ts";

const BODY_BYTES = 10 * 2 ** 20;

function problem(
  status: number,
  code: string,
  title: string,
  detail: string,
): {
  statusCode: number;
  responseParameters: Record<string, string>;
  responseTemplates: { "application/json": string };
} {
  return {
    statusCode: status,
    responseParameters: { "gatewayresponse.header.content-type": "'application/problem+json'" },
    responseTemplates: {
      "application/json": JSON.stringify({ type: `/docs#error-${code}`, title, status, detail, code }),
    },
  };
}

/** The REST API's definition: the product's own route table, and API Gateway's own answers in the product's shape. */
export const REST_ROUTES = {
  routes: [
    ...ROUTES.map(({ method, path, session }) => ({
      method,
      path,
      function: "api",
      ...(session ? { authorizer: "session" } : {}),
    })),
    { method: "ANY", path: "/{proxy+}", function: "api" },
  ],
  authorizers: { session: { function: "authorizer", identitySource: [], ttlSeconds: 0 } },
  binaryMediaTypes: ["application/zip"],
  limits: { bodyBytes: BODY_BYTES },
  gatewayResponses: {
    UNAUTHORIZED: problem(401, "Unauthenticated", "Log in first", "Log in first: POST /gantry/auth."),
    ACCESS_DENIED: problem(403, "Forbidden", "Not allowed", "This session may not do that."),
    // Unknown paths reach the function through {proxy+}, so this is a known path with another method.
    MISSING_AUTHENTICATION_TOKEN: problem(
      405,
      "MethodNotAllowed",
      "Method not allowed",
      "This path does not take this method.",
    ),
    REQUEST_TOO_LARGE: problem(413, "TooLarge", "The request is too large", "A request has at most 10 MB."),
    INTEGRATION_TIMEOUT: problem(504, "TimedOut", "Out of time", "The request took longer than 29 seconds."),
    DEFAULT_5XX: problem(
      500,
      "Internal",
      "Something went wrong inside",
      "Please try again; the operator's log has the details.",
    ),
  },
};
