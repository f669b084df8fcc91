import type { Problem } from "#core/errors.ts";
import { GATEWAY_PROBLEMS, problemHeaders } from "#core/web/gateway-problems.ts";
import { ROUTES } from "#lambdas/api/routes.ts";

const BODY_BYTES = 10 * 2 ** 20;

/** The REST API's definition: the product's own route table, and API Gateway's own answers in the product's shape. */
export const REST_ROUTES = {
  routes: [
    ...ROUTES.map(({ method, path, right }) => ({
      method,
      path,
      function: "api",
      ...(right === "public" ? {} : { authorizer: "session" }),
    })),
    { method: "ANY", path: "/{proxy+}", function: "api" },
  ],
  authorizers: { session: { function: "authorizer", identitySource: [], ttlSeconds: 0 } },
  binaryMediaTypes: ["application/zip"],
  limits: { bodyBytes: BODY_BYTES },
  gatewayResponses: Object.fromEntries(
    Object.entries(GATEWAY_PROBLEMS).map(([type, problem]) => [type, gatewayResponse(problem)]),
  ),
};

function gatewayResponse(problem: Problem) {
  return {
    statusCode: problem.status,
    responseParameters: Object.fromEntries(
      Object.entries(problemHeaders(problem)).map(([name, value]) => [
        `gatewayresponse.header.${name}`,
        `'${value}'`,
      ]),
    ),
    responseTemplates: { "application/json": JSON.stringify(problem) },
  };
}
