import { describe, expect, it } from "@jest/globals";
import {
  createGatewayResponses,
  GatewayError,
  type GatewayResponseType,
} from "#local-cloud/apigateway/gateway-response.ts";

const context = { requestId: "r", extendedRequestId: "x", path: "/", httpMethod: "GET", stage: "s" };

describe("API Gateway's own replies", () => {
  it.each<[GatewayResponseType, number, string]>([
    ["ACCESS_DENIED", 403, "AccessDeniedException"],
    ["API_CONFIGURATION_ERROR", 500, "InternalServerErrorException"],
    ["AUTHORIZER_CONFIGURATION_ERROR", 500, "AuthorizerConfigurationException"],
    ["AUTHORIZER_FAILURE", 500, "AuthorizerFailureException"],
    ["BAD_REQUEST_BODY", 400, "BadRequestException"],
    ["BAD_REQUEST_PARAMETERS", 400, "BadRequestException"],
    ["DEFAULT_4XX", 400, "BadRequestException"],
    ["DEFAULT_5XX", 500, "InternalServerErrorException"],
    ["INTEGRATION_FAILURE", 504, "InternalServerErrorException"],
    ["INTEGRATION_TIMEOUT", 504, "InternalServerErrorException"],
    ["MISSING_AUTHENTICATION_TOKEN", 403, "MissingAuthenticationTokenException"],
    ["REQUEST_TOO_LARGE", 413, "RequestTooLargeException"],
    ["THROTTLED", 429, "TooManyRequestsException"],
    ["UNAUTHORIZED", 401, "UnauthorizedException"],
  ])("%s is a %d with %s", (type, status, name) => {
    const reply = createGatewayResponses({})(new GatewayError(type, "said"), context);
    expect([reply.status, reply.headers["x-amzn-errortype"]]).toEqual([status, name]);
  });
});
