import { ArnFormat, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import { WebSocketLambdaAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { WebSocketLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Construct } from "constructs";
import { createAccessLog, SOCKET_LOG } from "#lib/access-log.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/gantry-function.ts";
import type { Sockets } from "#lib/grants/sockets.ts";
import { accept } from "#lib/nag.ts";
import { OPEN_SOCKET } from "#lib/nag-api.ts";
import { nameOf } from "#lib/names.ts";

/** The edge rewrites sockets' paths to this stage. */
const STAGE = "live";
/** New connections and messages a second. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

type SocketFunctions = Readonly<
  Record<"ws-authorizer" | "ws-connect" | "ws-disconnect" | "ws-default", GantryFunction>
>;

/** The WebSocket API. Its routes come after its address is known: one of their functions posts to it. */
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

  /** Only opening a socket is authorised; what comes over it carries what the authorizer said. */
  serve(functions: SocketFunctions): void {
    const route = (key: string, name: keyof SocketFunctions) =>
      this.api.addRoute(key, {
        integration: new WebSocketLambdaIntegration(`${name}-route`, functions[name].handler),
        ...(key === "$connect" ? { authorizer: ticketAuthorizer(functions["ws-authorizer"]) } : {}),
      });
    route("$connect", "ws-connect");
    accept(route("$disconnect", "ws-disconnect"), OPEN_SOCKET);
    accept(route("$default", "ws-default"), OPEN_SOCKET);
  }
}

/**
 * The ticket comes as a subprotocol: a query string would be in logs, and browsers can set no other header. It is
 * no identity source, because the edge spells the header in another way, and that source may mind the case.
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
