import { CfnOutput, Stack } from "aws-cdk-lib";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { API_FUNCTIONS } from "#deployment/api-functions.ts";
import { OUTBOX } from "#deployment/outbox.ts";
import type { Bundles } from "#lib/bundling/bundles.ts";
import type { GantryConfig } from "#lib/config.ts";
import { createFunctions, type GantryFunction } from "#lib/constructs/gantry-function.ts";
import { feedRelay } from "#lib/constructs/relay.ts";
import { RestApi } from "#lib/constructs/rest-api.ts";
import { WebAcl } from "#lib/constructs/web-acl.ts";
import { WebSocketApi } from "#lib/constructs/websocket-api.ts";
import { apiGrants } from "#lib/grants/api-functions.ts";
import { createTenantRole } from "#lib/grants/tenants.ts";
import { readOpenApi } from "#lib/openapi.ts";
import type { Resources } from "#lib/resources.ts";

export interface ApiStackProps {
  readonly config: GantryConfig;
  readonly bundles: Bundles;
  /** The resources of the factory stack and its dead-letter queue. */
  readonly factory: { readonly resources: Resources; readonly deadLetters: IQueue };
  /** Root of the repository, which contains openapi.json. */
  readonly root: string;
}

type ApiFunctions = Readonly<Record<keyof typeof API_FUNCTIONS, GantryFunction>>;

/** The REST API, the WebSocket API, and the relay that sends hints to its sockets. */
export class ApiStack extends Stack {
  readonly functions: ApiFunctions;
  readonly rest: RestApi;
  readonly sockets: WebSocketApi;
  /** Names in CloudWatch's metrics. */
  readonly restApiName: string;
  readonly socketApiId: string;

  constructor(scope: Construct, id: string, { config, bundles, factory, root }: ApiStackProps) {
    super(scope, id, { description: `Gantry ${config.stage}: the API.` });
    const { resources, deadLetters } = factory;
    this.sockets = new WebSocketApi(this, "Sockets", config);
    const grants = apiGrants(resources, this.sockets);
    this.functions = createFunctions(this, { config, bundles }, API_FUNCTIONS, grants);
    createTenantRole(this, resources, [
      this.functions.api.role,
      this.functions["api-stream"].role,
      this.functions.consultant.role,
    ]);
    this.rest = new RestApi(this, "Rest", { config, openApi: readOpenApi(root), functions: this.functions });
    if (config.waf === "on")
      new WebAcl(this, "WebAcl", { config, stageArn: this.rest.api.deploymentStage.stageArn });
    this.sockets.serve(this.functions);
    // API Gateway can write logs only if the account has a role for it, which the REST API creates.
    this.sockets.stage.node.addDependency(this.rest.api);
    feedRelay(this.functions[OUTBOX.target], resources, deadLetters);
    this.restApiName = this.rest.api.restApiName;
    this.socketApiId = this.sockets.api.apiId;
    new CfnOutput(this, "ApiUrl", { value: this.rest.api.url });
    new CfnOutput(this, "SocketUrl", { value: this.sockets.stage.url });
  }
}
