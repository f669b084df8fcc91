import { ArnFormat, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import { WebSocketLambdaAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { WebSocketLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Construct } from "constructs";
import { SOCKETS, STAGE } from "#deployment/apis.ts";
import type { GantryConfig } from "#lib/config.ts";
import { createAccessLog, SOCKET_LOG } from "#lib/constructs/access-log.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import type { Sockets } from "#lib/grants/sockets.ts";
import { accept } from "#lib/nag/nag.ts";
import { OPEN_SOCKET } from "#lib/nag/nag-api.ts";
import { nameOf } from "#lib/names.ts";

/** New connections and messages per second. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

type SocketRoute = keyof typeof SOCKETS.routes;
type SocketFunctions = Readonly<
  Record<typeof SOCKETS.authorizer | (typeof SOCKETS.routes)[SocketRoute], GantryFunction>
>;

/** The WebSocket API. Its routes are added later, because one of their functions needs the API's address. */
export class WebSocketApi extends Construct implements Sockets {
  readonly api: apigateway.WebSocketApi;
  readonly stage: apigateway.WebSocketStage;
  readonly managementUrl: string;
  readonly stageArn: string;

  constructor(scope: Construct, id: string, config: GantryConfig) {
    super(scope, id);
    this.api = new apigateway.WebSocketApi(this, "Api", {
      apiName: nameOf(config, "sockets"),
      description: `Gantry ${config.stage}: hints to the clients that watch a mission.`,
    });
    this.stage = createStage(this, this.api, config);
    this.managementUrl = this.stage.callbackUrl;
    this.stageArn = Stack.of(this).formatArn({
      service: "execute-api",
      resource: this.api.apiId,
      resourceName: STAGE,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }

  /** Only `$connect` is authorised; later messages carry the context that the authorizer returned. */
  serve(functions: SocketFunctions): void {
    const route = (key: SocketRoute, options: Pick<apigateway.WebSocketRouteOptions, "authorizer"> = {}) => {
      const name = SOCKETS.routes[key];
      const integration = new WebSocketLambdaIntegration(`${name}-route`, functions[name].handler);
      return this.api.addRoute(key, { integration, ...options });
    };
    route("$connect", { authorizer: ticketAuthorizer(functions[SOCKETS.authorizer]) });
    accept(route("$disconnect"), OPEN_SOCKET);
    accept(route("$default"), OPEN_SOCKET);
  }
}

/**
 * The ticket is sent as a subprotocol: query strings are logged, and browsers cannot set other headers. The
 * header is not an identity source, because identity sources may be case-sensitive and the edge changes the
 * case of headers.
 */
function ticketAuthorizer({ handler }: GantryFunction): WebSocketLambdaAuthorizer {
  return new WebSocketLambdaAuthorizer("Ticket", handler, { identitySource: [] });
}

function createStage(
  scope: Construct,
  webSocketApi: apigateway.WebSocketApi,
  config: GantryConfig,
): apigateway.WebSocketStage {
  const log = createAccessLog(scope, config, "sockets");
  const stage = new apigateway.WebSocketStage(scope, "Stage", {
    webSocketApi,
    stageName: STAGE,
    autoDeploy: true,
    throttle: THROTTLE,
    detailedMetricsEnabled: false,
    accessLogSettings: {
      destination: new apigateway.LogGroupLogDestination(log),
      format: AccessLogFormat.custom(SOCKET_LOG),
    },
  });
  const settings = stage.node.defaultChild as apigateway.CfnStage;
  settings.addPropertyOverride("DefaultRouteSettings.LoggingLevel", "ERROR");
  settings.addPropertyOverride("DefaultRouteSettings.DataTraceEnabled", false);
  return stage;
}
