import { Duration, Size } from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigateway";
import { Construct } from "constructs";
import type { Problem } from "#core/errors.ts";
import { GATEWAY_PROBLEMS, gatewayHeaders } from "#core/web/gateway-problems.ts";
import { createAccessLog, REST_LOG } from "#lib/access-log.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/gantry-function.ts";
import { accept } from "#lib/nag.ts";
import { NO_OPERATION, OPEN_OPERATION, REST_API, WEB_ACL_MISSING } from "#lib/nag-api.ts";
import { nameOf } from "#lib/names.ts";
import { type OpenApi, operationsOf } from "#lib/openapi.ts";

export interface RestApiProps {
  readonly config: GantryConfig;
  readonly openApi: OpenApi;
  readonly api: GantryFunction;
  readonly authorizer: GantryFunction;
}

/** CloudFront puts it before each path. */
export const STAGE = "live";

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

  constructor(scope: Construct, id: string, { config, openApi, api, authorizer }: RestApiProps) {
    super(scope, id);
    this.api = createApi(this, config);
    addGatewayResponses(this.api);
    addOperations(this.api, openApi, api, authorizer);
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
    binaryMediaTypes: ["application/zip"],
    minCompressionSize: Size.bytes(1024),
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

function addOperations(
  api: apigateway.RestApi,
  openApi: OpenApi,
  handler: GantryFunction,
  authorizer: GantryFunction,
): void {
  const integration = new apigateway.LambdaIntegration(handler.handler, {
    scopePermissionToMethod: false,
  });
  const session = new apigateway.RequestAuthorizer(api, "Session", {
    handler: authorizer.handler,
    // A session may come by cookie or as a bearer token, and a session that ended is refused at once.
    identitySources: [],
    resultsCacheTtl: Duration.seconds(0),
  });
  for (const { path, method, operation } of operationsOf(openApi)) {
    const open = operation.security.length === 0;
    const options = {
      ...(open
        ? { authorizationType: apigateway.AuthorizationType.NONE }
        : { authorizer: session, authorizationType: apigateway.AuthorizationType.CUSTOM }),
    };
    const resource = api.root.resourceForPath(path);
    const rows = [
      resource.addMethod(method, integration, { ...options, operationName: operation.operationId }),
      ...(method === "GET" ? [resource.addMethod("HEAD", integration, options)] : []),
    ];
    if (open) for (const row of rows) accept(row, OPEN_OPERATION);
  }
  // What no operation names: the function says which methods a path takes, or that there is nothing.
  for (const path of [...Object.keys(openApi.paths), "/{proxy+}"]) {
    const rest = api.root.resourceForPath(path).addMethod("ANY", integration, {
      authorizationType: apigateway.AuthorizationType.NONE,
    });
    accept(rest, NO_OPERATION);
  }
}
