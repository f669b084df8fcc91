import { Duration, Size } from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import { Construct } from "constructs";
import type { Problem } from "#core/kernel/errors.ts";
import { GATEWAY_PROBLEMS, gatewayHeaders } from "#core/web/gateway-problems.ts";
import { API_FUNCTIONS } from "#deployment/api-functions.ts";
import { REST, STAGE } from "#deployment/apis.ts";
import type { GantryConfig } from "#lib/config.ts";
import { createAccessLog, REST_LOG } from "#lib/constructs/access-log.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { accept } from "#lib/nag/nag.ts";
import { REST_API, WEB_ACL_MISSING } from "#lib/nag/nag-api.ts";
import { nameOf } from "#lib/names.ts";
import { type OpenApi, operationsOf } from "#lib/openapi.ts";

export interface RestApiProps {
  readonly config: GantryConfig;
  readonly openApi: OpenApi;
  readonly functions: RestFunctions;
}

/** The functions behind all operations, and the authorizers: with a session, and without one. */
type RestFunctions = Readonly<
  Record<typeof REST.handler | typeof REST.streaming | RestAuthorizer, GantryFunction>
>;
type RestAuthorizer = (typeof REST.authorizers)[keyof typeof REST.authorizers];

/** Requests per second and burst: far above normal use, and far below what would cause high costs. */
const THROTTLE = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };
/** Each log-in computes a slow password hash. */
const LOG_IN_THROTTLE = { throttlingRateLimit: 5, throttlingBurstLimit: 10 };

/** Metrics per method are billed separately; metrics of the whole API are free. */
const LOGGING = {
  metricsEnabled: false,
  loggingLevel: apigateway.MethodLoggingLevel.ERROR,
  dataTraceEnabled: false,
};

/** The REST API: every operation of openapi.json, authorised before the function behind it runs. */
export class RestApi extends Construct {
  readonly api: apigateway.RestApi;

  constructor(scope: Construct, id: string, { config, openApi, functions }: RestApiProps) {
    super(scope, id);
    this.api = createApi(this, config);
    addGatewayResponses(this.api);
    addOperations(this.api, openApi, functions);
    accept(this.api, REST_API);
    if (config.waf === "off") accept(this.api, WEB_ACL_MISSING);
  }
}

function createApi(scope: Construct, config: GantryConfig): apigateway.RestApi {
  const accessLog = createAccessLog(scope, config, "rest");
  return new apigateway.RestApi(scope, "Api", {
    restApiName: nameOf(config),
    description: `Gantry ${config.stage}.`,
    endpointTypes: [apigateway.EndpointType.REGIONAL],
    binaryMediaTypes: [...REST.binaryMediaTypes],
    minCompressionSize: Size.bytes(REST.minimumCompressionSize),
    // There is one such role per account and region. It is retained, because other APIs may use it.
    cloudWatchRole: true,
    deployOptions: {
      stageName: STAGE,
      ...THROTTLE,
      // Settings of a method replace all settings of the stage.
      methodOptions: { "/gantry/auth/POST": { ...LOG_IN_THROTTLE, ...LOGGING } },
      tracingEnabled: true,
      ...LOGGING,
      accessLogDestination: new apigateway.LogGroupLogDestination(accessLog),
      accessLogFormat: apigateway.AccessLogFormat.custom(REST_LOG),
    },
  });
}

/** Gives API Gateway's own error responses the product's format. */
function addGatewayResponses(api: apigateway.RestApi): void {
  for (const [type, problem] of Object.entries(GATEWAY_PROBLEMS) as [string, Problem][])
    api.addGatewayResponse(type, {
      type: apigateway.ResponseType.of(type),
      statusCode: String(problem.status),
      responseHeaders: gatewayHeaders(problem),
      templates: { "application/json": JSON.stringify(problem) },
    });
}

function addOperations(api: apigateway.RestApi, openApi: OpenApi, functions: RestFunctions): void {
  const integration = new apigateway.LambdaIntegration(functions[REST.handler].handler, {
    scopePermissionToMethod: false,
  });
  // API Gateway passes the response on while the function writes it, and waits longer than for a whole one.
  const streaming = new apigateway.LambdaIntegration(functions[REST.streaming].handler, {
    scopePermissionToMethod: false,
    responseTransferMode: apigateway.ResponseTransferMode.STREAM,
    timeout: Duration.seconds(API_FUNCTIONS[REST.streaming].seconds),
  });
  const session = requestAuthorizer(api, "Session", functions[REST.authorizers.session]);
  const edge = requestAuthorizer(api, "Edge", functions[REST.authorizers.edge]);
  for (const { path, method, operation } of operationsOf(openApi)) {
    const options = {
      authorizer: operation["x-gantry-right"] === "public" ? edge : session,
      authorizationType: apigateway.AuthorizationType.CUSTOM,
    };
    const resource = api.root.resourceForPath(path);
    resource.addMethod(method, operation["x-gantry-streams"] ? streaming : integration, {
      ...options,
      operationName: operation.operationId,
    });
    if (method === "GET") resource.addMethod("HEAD", integration, options);
  }
  // Requests that match no operation: the function returns 404, or 405 with the permitted methods.
  for (const path of [...Object.keys(openApi.paths), "/{proxy+}"])
    api.root.resourceForPath(path).addMethod("ANY", integration, {
      authorizer: edge,
      authorizationType: apigateway.AuthorizationType.CUSTOM,
    });
}

/**
 * Called for each request without a cache: a session may be sent by cookie or as a bearer token, and one that
 * has ended must be refused immediately. No header is an identity source, because identity sources may be
 * case-sensitive and the edge changes the case of headers.
 */
function requestAuthorizer(api: apigateway.RestApi, id: string, { handler }: GantryFunction) {
  return new apigateway.RequestAuthorizer(api, id, {
    handler,
    identitySources: [],
    resultsCacheTtl: Duration.seconds(0),
  });
}
