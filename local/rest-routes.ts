import type { Problem } from "#core/kernel/errors.ts";
import { GATEWAY_PROBLEMS, gatewayHeaders } from "#core/web/gateway-problems.ts";
import { REST } from "#deployment/apis.ts";
import { ROUTES } from "#lambdas/api/routes.ts";

const BODY_BYTES = 10 * 2 ** 20;

/**
 * The REST API's definition: the product's route table, and API Gateway's own error responses in the
 * product's format.
 */
export const REST_ROUTES = {
  routes: [
    ...ROUTES.flatMap(({ method, path, right, streams }) =>
      (method === "GET" ? ["GET", "HEAD"] : [method]).map((each) => ({
        method: each,
        path,
        ...(streams && each === method ? { function: REST.streaming, streams } : { function: REST.handler }),
        authorizer: right === "public" ? "edge" : "session",
      })),
    ),
    ...[...new Set(ROUTES.map(({ path }) => path)), "/{proxy+}"].map((path) => ({
      method: "ANY",
      path,
      function: REST.handler,
      authorizer: "edge",
    })),
  ],
  authorizers: {
    session: { function: REST.authorizers.session, identitySource: [], ttlSeconds: 0 },
    edge: { function: REST.authorizers.edge, identitySource: [], ttlSeconds: 0 },
  },
  binaryMediaTypes: REST.binaryMediaTypes,
  limits: { bodyBytes: BODY_BYTES },
  minimumCompressionSize: REST.minimumCompressionSize,
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
