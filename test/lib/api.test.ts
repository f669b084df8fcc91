import { beforeAll, describe, expect, it } from "@jest/globals";
import { GATEWAY_PROBLEMS } from "#core/web/gateway-problems.ts";
import { OUTBOX } from "#deployment/outbox.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { REST_ROUTES } from "#local/rest-routes.ts";
import { createGatewayResponses, GatewayError } from "#local-cloud/apigateway/gateway-response.ts";
import { type Resolved, resolveTemplates, type Template } from "#test/support/template.ts";
import { DEV, synthesise } from "./support/synth.ts";

const STACK = "Gantry-dev-Api";
let template: Template;
let api: Resolved;

beforeAll(async () => {
  const { templates } = await synthesise(DEV);
  template = templates[STACK] as Template;
  api = resolveTemplates(templates);
});

const all = (type: string) => api.all(type).filter(({ stack }) => stack === STACK);
const raw = (type: string) => Object.values(template.Resources).filter(({ Type }) => Type === type);

function only(type: string) {
  const found = all(type);
  expect(found).toHaveLength(1);
  return found[0]?.properties;
}

/** Methods by `<METHOD> <path>`, as the tree of resources spells it. */
function methods(): Map<string, any> {
  const pathOf = (id: string | undefined): string => {
    const resource = id === undefined ? undefined : template.Resources[id];
    if (resource?.Type !== "AWS::ApiGateway::Resource") return "";
    return `${pathOf(resource.Properties?.ParentId.Ref)}/${resource.Properties?.PathPart}`;
  };
  return new Map(
    raw("AWS::ApiGateway::Method").map(({ Properties = {} }) => [
      `${Properties.HttpMethod} ${pathOf(Properties.ResourceId.Ref)}`,
      Properties,
    ]),
  );
}

/** Which of our functions an ARN or an invocation URI is of. */
const functionIn = (value: unknown) =>
  /function:gantry-dev-([a-z-]+)/.exec(JSON.stringify(api.resolve(STACK, value)))?.[1];

describe("the REST API", () => {
  it("has every route of the product, each behind the check of the edge or also of a session, and no other", () => {
    const expected = Object.fromEntries([
      ...ROUTES.flatMap(({ method, path, right }) =>
        (method === "GET" ? ["GET", "HEAD"] : [method]).map((each) => [
          `${each} ${path}`,
          right === "public" ? "origin-authorizer" : "authorizer",
        ]),
      ),
      // The function says which methods a path takes, and what is not there.
      ...ROUTES.map(({ path }) => [`ANY ${path}`, "origin-authorizer"]),
      ["ANY /{proxy+}", "origin-authorizer"],
    ]);
    const found = Object.fromEntries(
      [...methods()].map(([name, { AuthorizationType, AuthorizerId }]) => [
        name,
        AuthorizationType === "CUSTOM" &&
          functionIn(template.Resources[AuthorizerId.Ref]?.Properties?.AuthorizerUri),
      ]),
    );
    expect(found).toEqual(expected);
    const { routes, authorizers } = REST_ROUTES;
    const local = routes.map(({ method, path, authorizer }) => [
      `${method} ${path}`,
      authorizers[authorizer as keyof typeof authorizers].function,
    ]);
    expect(Object.fromEntries(local)).toEqual(expected);
    const streamed = ROUTES.filter(({ streams }) => streams).map(({ method, path }) => `${method} ${path}`);
    for (const [name, { Integration }] of methods()) {
      expect(Integration).toMatchObject({ Type: "AWS_PROXY", IntegrationHttpMethod: "POST" });
      const isStreamed = streamed.includes(name);
      expect([name, functionIn(Integration)]).toEqual([name, isStreamed ? "api-stream" : "api"]);
      expect([name, Integration.ResponseTransferMode]).toEqual([name, isStreamed ? "STREAM" : undefined]);
      if (isStreamed) expect(JSON.stringify(Integration.Uri)).toContain("/response-streaming-invocations");
    }
    expect(streamed).toHaveLength(3);
    expect(routes.flatMap((row) => ("streams" in row ? [`${row.method} ${row.path}`] : []))).toEqual(
      streamed,
    );
  });

  it("asks its authorizers for each request, wherever the session is", () => {
    const authorizers = all("AWS::ApiGateway::Authorizer");
    expect(authorizers).toHaveLength(2);
    for (const { properties } of authorizers)
      expect(properties).toMatchObject({
        Type: "REQUEST",
        AuthorizerResultTtlInSeconds: 0,
        IdentitySource: "",
      });
  });

  it("leaves every validation to the function, whose refusals name the field", () => {
    for (const type of ["RequestValidator", "Model"])
      expect([type, raw(`AWS::ApiGateway::${type}`)]).toEqual([type, []]);
    for (const { detail } of Object.values(GATEWAY_PROBLEMS)) expect(detail).toMatch(/^[A-Z][^$[\]]+\.$/);
  });

  it("returns its own errors like the local cloud's, in the product's format", () => {
    const overrides = Object.fromEntries(
      all("AWS::ApiGateway::GatewayResponse").map(({ properties }) => [
        properties.ResponseType,
        {
          statusCode: Number(properties.StatusCode),
          responseParameters: properties.ResponseParameters,
          responseTemplates: properties.ResponseTemplates,
        },
      ]),
    );
    const deployed = createGatewayResponses(overrides);
    const local = createGatewayResponses(REST_ROUTES.gatewayResponses);
    const context = {
      requestId: "r",
      extendedRequestId: "x",
      path: "/live/a",
      httpMethod: "GET",
      stage: "live",
      headers: { "x-request-id": "an-id-of-ours" },
    };
    expect(Object.keys(overrides).sort()).toEqual(Object.keys(GATEWAY_PROBLEMS).sort());
    for (const type of Object.keys(GATEWAY_PROBLEMS) as (keyof typeof GATEWAY_PROBLEMS)[]) {
      const error = new GatewayError(type, "m");
      const answer = deployed(error, context);
      expect(answer).toEqual(local(error, context));
      expect(answer.headers["content-type"]).toBe("application/problem+json");
      expect(answer.headers["x-request-id"]).toBe("an-id-of-ours");
      expect(answer.headers["www-authenticate"]).toBe(
        answer.status === 401 ? 'Bearer realm="gantry"' : undefined,
      );
      expect(JSON.parse(answer.body)).toMatchObject({
        status: answer.status,
        code: GATEWAY_PROBLEMS[type].code,
      });
    }
  });

  it("returns packs as bytes, compresses large replies, and limits the request rate", () => {
    expect(only("AWS::ApiGateway::RestApi")).toMatchObject({
      BinaryMediaTypes: REST_ROUTES.binaryMediaTypes,
      MinimumCompressionSize: REST_ROUTES.minimumCompressionSize,
      EndpointConfiguration: { Types: ["REGIONAL"] },
    });
    const { MethodSettings, StageName, TracingEnabled } = only("AWS::ApiGateway::Stage");
    expect({ StageName, TracingEnabled }).toEqual({ StageName: "live", TracingEnabled: true });
    const [stage, logIn] = MethodSettings;
    expect([stage.ResourcePath, logIn.ResourcePath, logIn.HttpMethod]).toEqual([
      "/*",
      "/~1gantry~1auth",
      "POST",
    ]);
    expect(logIn.ThrottlingRateLimit * 10).toBeLessThanOrEqual(stage.ThrottlingRateLimit);
    for (const settings of MethodSettings)
      expect(settings).toMatchObject({
        DataTraceEnabled: false,
        LoggingLevel: "ERROR",
        MetricsEnabled: false,
      });
  });

  it("logs requests as JSON, without query strings, headers, bodies or tokens", () => {
    const formats = [
      only("AWS::ApiGateway::Stage").AccessLogSetting.Format,
      only("AWS::ApiGatewayV2::Stage").AccessLogSettings.Format,
    ];
    for (const format of formats) {
      const fields = Object.values<string>(JSON.parse(format));
      expect(fields).toEqual(expect.arrayContaining(["$context.requestId"]));
      for (const field of fields)
        expect(field).toMatch(
          /^\$context\.(requestTime|requestId|xrayTraceId|httpMethod|resourcePath|routeKey|eventType|connectionId|status|responseLength|responseLatency|error\.responseType|integration\.(latency|status)|authorizer\.(latency|tenant))$/,
        );
    }
  });
});

/** `Resource` values of a role's statements that allow this action. */
function resourcesOf(role: string, action: string): unknown[] {
  return all("AWS::IAM::Policy")
    .filter(({ properties }) => properties.Roles.includes(`gantry-dev-${role}`))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().includes(action))
    .flatMap(({ Resource }) => Resource);
}

describe("the WebSocket API", () => {
  it("opens a socket only for a ticket, and has a function for each event", () => {
    const routes = Object.fromEntries(
      raw("AWS::ApiGatewayV2::Route").map(({ Properties = {} }) => {
        const [, { Ref }] = Properties.Target["Fn::Join"][1];
        return [
          Properties.RouteKey,
          [functionIn(template.Resources[Ref]?.Properties?.IntegrationUri), Properties.AuthorizationType],
        ];
      }),
    );
    expect(routes).toEqual({
      $connect: ["ws-connect", "CUSTOM"],
      $disconnect: ["ws-disconnect", "NONE"],
      $default: ["ws-default", "NONE"],
    });
    const authorizer = only("AWS::ApiGatewayV2::Authorizer");
    expect(authorizer).toMatchObject({
      AuthorizerType: "REQUEST",
      IdentitySource: [],
    });
    expect(functionIn(authorizer.AuthorizerUri)).toBe("ws-authorizer");
  });

  it("is throttled and logs no message", () => {
    expect(only("AWS::ApiGatewayV2::Stage")).toMatchObject({
      StageName: "live",
      DefaultRouteSettings: {
        DataTraceEnabled: false,
        DetailedMetricsEnabled: false,
        LoggingLevel: "ERROR",
        ThrottlingRateLimit: expect.any(Number),
        ThrottlingBurstLimit: expect.any(Number),
      },
    });
  });

  it("permits two functions to post to its own sockets, and no one else", () => {
    for (const name of ["relay", "ws-default"]) {
      const [resource, ...others] = resourcesOf(name, "execute-api:ManageConnections") as string[];
      expect(others).toEqual([]);
      expect(resource).toMatch(/:execute-api:[^:]+:\d+:[^/*]+\/live\/POST\/@connections\/\*$/);
    }
    for (const name of ["api", "authorizer", "ws-authorizer", "ws-connect", "ws-disconnect"])
      expect(resourcesOf(name, "execute-api:ManageConnections")).toEqual([]);
  });
});

describe("the relay's event source", () => {
  it("reads the outbox from its beginning, in order, and sends undeliverable records to the dead-letter queue", () => {
    const { FilterCriteria, DestinationConfig, ...mapping } = only("AWS::Lambda::EventSourceMapping");
    expect(FilterCriteria.Filters.map(({ Pattern }: any) => JSON.parse(Pattern))).toEqual([OUTBOX.filter]);
    expect(mapping).toMatchObject({
      FunctionName: "gantry-dev-relay",
      EventSourceArn: expect.stringMatching(/:table\/.+\/stream\//),
      StartingPosition: "TRIM_HORIZON",
      ParallelizationFactor: 1,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
    });
    expect(mapping.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(mapping.MaximumRecordAgeInSeconds).toBeLessThan(24 * 3600);
    const queue = DestinationConfig.OnFailure.Destination;
    expect(queue).toMatch(/:gantry-dev-dead-letters$/);
    expect(resourcesOf("relay", "sqs:SendMessage")).toEqual([queue]);
  });
});

describe("the tenant role", () => {
  const USERS = ["gantry-dev-api", "gantry-dev-api-stream", "gantry-dev-consultant"];

  it("can be assumed by the API and the consultant alone, in a session tagged with a tenant only", () => {
    const role = all("AWS::IAM::Role").find(({ properties }) => properties.RoleName === "gantry-dev-tenant");
    expect(role?.properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Principal: { AWS: USERS.map((name) => expect.stringMatching(`role/${name}$`)) },
        Condition: {
          StringLike: { "aws:RequestTag/tenant": "?*" },
          "ForAllValues:StringEquals": { "aws:TagKeys": ["tenant"] },
        },
      },
    ]);
    const functions = all("AWS::Lambda::Function").filter(
      ({ properties }) => "TENANT_ROLE_ARN" in properties.Environment.Variables,
    );
    expect(functions.map(({ properties }) => properties.FunctionName)).toEqual(USERS);
  });
});
