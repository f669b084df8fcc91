import { describe, expect, it } from "@jest/globals";
import { createGatewayResponses, GatewayError } from "#local-cloud/apigateway/gateway-response.ts";

const context = {
  requestId: "r1",
  extendedRequestId: "x1",
  path: "/local/a",
  httpMethod: "GET",
  stage: "local",
};
const unauthorized = new GatewayError("UNAUTHORIZED", "Unauthorized");

describe("createGatewayResponses", () => {
  it("returns API Gateway's default responses when nothing is overridden", () => {
    expect(createGatewayResponses({})(unauthorized, context)).toEqual({
      status: 401,
      headers: { "content-type": "application/json", "x-amzn-errortype": "UnauthorizedException" },
      body: '{"message":"Unauthorized"}',
    });
  });

  it("renders a template with the request's values, quoted where requested", () => {
    const render = createGatewayResponses({
      UNAUTHORIZED: {
        statusCode: 403,
        responseParameters: {
          "gatewayresponse.header.Content-Type": "'application/problem+json'",
          "gatewayresponse.header.X-Trace": "context.requestId",
        },
        responseTemplates: {
          "application/json":
            '{"detail":$context.error.messageString,"instance":"$context.path#$context.requestId"}',
        },
      },
    });
    expect(render(unauthorized, context)).toEqual({
      status: 403,
      headers: {
        "content-type": "application/problem+json",
        "x-amzn-errortype": "UnauthorizedException",
        "x-trace": "r1",
      },
      body: '{"detail":"Unauthorized","instance":"/local/a#r1"}',
    });
  });

  it("falls back to DEFAULT_4XX and DEFAULT_5XX, keeping the status of the case", () => {
    const render = createGatewayResponses({
      DEFAULT_4XX: { responseTemplates: { "application/json": "four" } },
      DEFAULT_5XX: { responseTemplates: { "application/json": "five" } },
    });
    expect(render(unauthorized, context)).toMatchObject({ status: 401, body: "four" });
    expect(render(new GatewayError("DEFAULT_5XX", "x", 502), context)).toMatchObject({
      status: 502,
      body: "five",
    });
  });

  it.each([
    [{ NO_SUCH: {} }, "unknown gateway response type NO_SUCH"],
    [{ UNAUTHORIZED: { responseTemplates: { "text/html": "x" } } }, "a template for text/html"],
    [{ UNAUTHORIZED: { responseTemplates: { "application/json": "$context.nope" } } }, "$context.nope"],
    [{ UNAUTHORIZED: { responseParameters: { "x.header.A": "'a'" } } }, "parameter x.header.A"],
    [{ UNAUTHORIZED: { responseParameters: { "gatewayresponse.header.A": "a" } } }, "value a"],
  ])("refuses %j at start", (overrides, message) => {
    expect(() => createGatewayResponses(overrides as never)).toThrow(message);
  });
});
