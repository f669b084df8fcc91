import { Duration, Size } from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import { Construct } from "constructs";
import type { Problem } from "#core/kernel/errors.ts";
import { GATEWAY_PROBLEMS, gatewayHeaders } from "#core/web/gateway-problems.ts";
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

/** The one behind all operations, and those that say who may call it: with a session, and without one. */
type RestFunctions = Readonly<Record<typeof REST.handler | RestAuthorizer, GantryFunction>>;
type RestAuthorizer = (typeof REST.authorizers)[keyof typeof REST.authorizers];

/** Requests a second, and how many may come at once: far above what people do, far below what would cost much. */
const THROTTLE = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };
/** Each try at a password costs a slow hash. */
const LOG_IN_THROTTLE = { throttlingRateLimit: 5, throttlingBurstLimit: 10 };

/** Metrics per method are billed each; those of the whole API are there anyway. */
const LOGGING = {
  metricsEnabled: false,
  loggingLevel: apigateway.MethodLoggingLevel.ERROR,
  dataTraceEnabled: false,
};

/** The REST API: every operation of openapi.json, authorised before the one function behind them runs. */
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
    // One per account and region: it is left there, for other APIs may have come to need it.
    cloudWatchRole: true,
    deployOptions: {
      stageName: STAGE,
      ...THROTTLE,
      // Settings of one method replace those of the stage as a whole.
      methodOptions: { "/gantry/auth/POST": { ...LOG_IN_THROTTLE, ...LOGGING } },
      tracingEnabled: true,
      ...LOGGING,
      accessLogDestination: new apigateway.LogGroupLogDestination(accessLog),
      accessLogFormat: apigateway.AccessLogFormat.custom(REST_LOG),
    },
  });
}

/** API Gateway's own answers in the shape of the product's. */
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
  const session = requestAuthorizer(api, "Session", functions[REST.authorizers.session]);
  const edge = requestAuthorizer(api, "Edge", functions[REST.authorizers.edge]);
  for (const { path, method, operation } of operationsOf(openApi)) {
    const options = {
      authorizer: operation["x-gantry-right"] === "public" ? edge : session,
      authorizationType: apigateway.AuthorizationType.CUSTOM,
    };
    const resource = api.root.resourceForPath(path);
    resource.addMethod(method, integration, { ...options, operationName: operation.operationId });
    if (method === "GET") resource.addMethod("HEAD", integration, options);
  }
  // What no operation names: the function says which methods a path takes, or that there is nothing.
  for (const path of [...Object.keys(openApi.paths), "/{proxy+}"])
    api.root.resourceForPath(path).addMethod("ANY", integration, {
      authorizer: edge,
      authorizationType: apigateway.AuthorizationType.CUSTOM,
    });
}

/**
 * Asked about each request anew: a session may come by cookie or as a bearer token, and one that ended is refused at
 * once. No header is an identity source, because that may mind how the edge spells it.
 */
function requestAuthorizer(api: apigateway.RestApi, id: string, { handler }: GantryFunction) {
  return new apigateway.RequestAuthorizer(api, id, {
    handler,
    identitySources: [],
    resultsCacheTtl: Duration.seconds(0),
  });
}
