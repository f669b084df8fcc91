import type { Problem } from "#core/errors.ts";
import { GATEWAY_PROBLEMS, gatewayHeaders } from "#core/web/gateway-problems.ts";
import { ROUTES } from "#lambdas/api/routes.ts";

const BODY_BYTES = 10 * 2 ** 20;

/** The REST API's definition: the product's own route table, and API Gateway's own answers in the product's shape. */
export const REST_ROUTES = {
  routes: [
    ...ROUTES.flatMap(({ method, path, right }) =>
      (method === "GET" ? ["GET", "HEAD"] : [method]).map((each) => ({
        method: each,
        path,
        function: "api",
        authorizer: right === "public" ? "edge" : "session",
      })),
    ),
    ...[...new Set(ROUTES.map(({ path }) => path)), "/{proxy+}"].map((path) => ({
      method: "ANY",
      path,
      function: "api",
      authorizer: "edge",
    })),
  ],
  authorizers: {
    session: { function: "authorizer", identitySource: [], ttlSeconds: 0 },
    edge: { function: "origin-authorizer", identitySource: [], ttlSeconds: 0 },
  },
  binaryMediaTypes: ["application/zip"],
  limits: { bodyBytes: BODY_BYTES },
  minimumCompressionSize: 1024,
  gatewayResponses: Object.fromEntries(
    Object.entries(GATEWAY_PROBLEMS).map(([type, problem]) => [type, gatewayResponse(problem)]),
  ),
};

function gatewayResponse(problem: Problem) {
  return {
    statusCode: problem.status,
    responseParameters: Object.fromEntries(
      Object.entries(gatewayHeaders(problem)).map(([name, value]) => [
        `gatewayresponse.header.${name}`,
        value,
      ]),
    ),
    responseTemplates: { "application/json": JSON.stringify(problem) },
  };
}
