import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ORIGIN_HEADER } from "#core/identity/origin.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { API_PATHS, CLIENT_SOURCE, SITE_HEADERS, siteHeaders } from "#core/web/site.ts";
import { SOCKETS, STAGE } from "#deployment/apis.ts";
import { OUTBOX } from "#deployment/outbox.ts";
import { BACKUP_PATH } from "#local/backup/backup.ts";
import { createBackupService } from "#local/backup/backup-service.ts";
import { createBuilderRunner } from "#local/builder/runner.ts";
import { TASK_DEFINITIONS } from "#local/builder/task-definitions.ts";
import { type LocalConfig, setEnvironment } from "#local/config.ts";
import { functionEnvironment } from "#local/environment.ts";
import { RULES } from "#local/event-rules.ts";
import { findSandbox, sandboxFix } from "#local/function-sandbox.ts";
import { FUNCTIONS } from "#local/functions.ts";
import { openHome } from "#local/home/open-home.ts";
import { writeGitHubToken } from "#local/home-keys.ts";
import type { WriteLog } from "#local/log/entry.ts";
import { createModelService } from "#local/model-service.ts";
import { policyFile } from "#local/policy-file.ts";
import { problemBody } from "#local/problem-body.ts";
import { provision } from "#local/provision.ts";
import { REST_ROUTES } from "#local/rest-routes.ts";
import { createSite } from "#local/site.ts";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import { ACCOUNT, CLUSTER, REGION, TABLE } from "#local/topology.ts";
import { createRestApi } from "#local-cloud/apigateway/rest-api.ts";
import { createWebSocketApi, type WebSocketApi } from "#local-cloud/apigateway/websocket-api.ts";
import { type Aws, type AwsOptions, createAws } from "#local-cloud/aws.ts";
import { createEdge, type Edge } from "#local-cloud/cloudfront/edge.ts";
import { writeDurably } from "#local-cloud/durable/write-file.ts";
import type { TaskRunner } from "#local-cloud/ecs/cluster.ts";
import { createFront, type FrontOptions } from "#local-cloud/front/front.ts";
import { createGitHub } from "#local-cloud/github/github.ts";
import {
  createEventSourceMapping,
  type EventSourceMapping,
} from "#local-cloud/lambda/event-source-mapping.ts";
import { restJson } from "#local-cloud/sigv4/protocols.ts";
import { createVercel } from "#local-cloud/vercel/vercel.ts";

export interface Cloud {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Migrates the data folder, starts every service on one port, creates the product's resources, and resumes
 * running executions. By default the functions are the sources of the entries; tests pass their bundles.
 */
export async function startCloud(config: LocalConfig, log: WriteLog, functions = FUNCTIONS): Promise<Cloud> {
  await openHome(config.home, (message) => log("INFO", message));
  const dir = (name: string) => join(config.home, name);
  const onError = (service: string, error: unknown) =>
    log("ERROR", "service failed", { service, error: wholeError(error) });
  const origin = `http://127.0.0.1:${config.PORT}`;

  const model = await createModelService(config, (error) => onError("bedrock", error));
  writeFiles(config);
  setEnvironment(functionEnvironment(config, origin));
  const aws = await openAws(config, log, functions, onError);
  const github = createGitHub({ dir: dir("github"), origin, tokens: [config.keys.github] });
  const vercel = createVercel({
    dir: dir("vercel"),
    origin,
    token: config.keys.vercel,
    sandbox: { find: findSandbox, fix: sandboxFix },
    log,
  });
  const originKey = randomBytes(32).toString("base64url");
  const provisioned = Promise.withResolvers<void>();
  const { edge, sockets } = createApis(config, aws, originKey, onError);

  const backup = createBackupService({
    home: config.home,
    token: config.keys.local,
    copyDatabase: aws.dynamodb.copyTo,
  });
  const front = createFront({
    services: {
      ...aws.services,
      "execute-api": aws.gate({ service: "execute-api", protocol: restJson, handle: sockets.manage }),
      bedrock: aws.gate({ service: "bedrock", protocol: restJson, handle: model.handle, apiKeys: true }),
    },
    mounts: [
      { prefix: "/github", handler: github.handle },
      { prefix: "/vercel", handler: vercel.handle },
      { prefix: BACKUP_PATH, handler: backup },
    ],
    hosts: () => vercel.serve,
    ...openEdgeAfter(provisioned.promise, edge),
    publicUrl: config.GANTRY_PUBLIC_URL,
    headers: SITE_HEADERS,
    renderProblem: problemBody,
    onError: (error) => onError("front", error),
  });
  await front.listen(config.PORT, config.HOST);
  await aws.start();
  await provision(config, origin, originKey);
  provisioned.resolve();
  const relay = startRelay(dir("streams"), aws);

  return {
    origin,
    async close() {
      relay.close();
      await sockets.close();
      await front.close();
      await aws.close();
      for (const service of [vercel, github, model]) await service.close();
    },
  };
}

/** Writes the files of the data folder that follow from the settings and keys. */
function writeFiles({ home, keys, GANTRY_POLICY }: LocalConfig): void {
  writeDurably(policyFile(home), canonicalJson(GANTRY_POLICY));
  writeGitHubToken(home, keys);
}

/** Opens the AWS services with the data folder and the product's functions, rules and builders. */
function openAws(
  config: LocalConfig,
  log: WriteLog,
  functions: AwsOptions["functions"],
  onError: AwsOptions["onError"],
): Promise<Aws> {
  return createAws({
    dir: config.home,
    credentials: config.keys.aws,
    account: ACCOUNT,
    region: REGION,
    functions,
    rules: RULES,
    roles: [TENANT_ROLE],
    tasks: { cluster: CLUSTER, definitions: TASK_DEFINITIONS, run: builderRunner(config, log) },
    onError,
  });
}

/** Feeds the relay from the table's stream. */
function startRelay(dir: string, aws: Aws): EventSourceMapping {
  return createEventSourceMapping({
    dir,
    name: OUTBOX.target,
    source: aws.dynamodb.stream(TABLE),
    functionName: OUTBOX.target,
    invoke: aws.invoke,
    batchSize: OUTBOX.batchSize,
    filters: [OUTBOX.filter],
    reportBatchItemFailures: true,
    bisectOnError: true,
    maxRetries: -1,
  });
}

/** Returns the runner of the cluster's tasks, which starts the builder and logs its output. */
function builderRunner({ root, home }: LocalConfig, log: WriteLog): TaskRunner {
  return createBuilderRunner({
    node: process.execPath,
    entry: join(root, "builder-image/main.ts"),
    dir: join(home, "builds"),
    onLog: (task, text) =>
      log("INFO", "builder output", { task: task.split("/").at(-1), output: text.trimEnd() }),
  });
}

/** Creates the REST API and the WebSocket API of the product, behind its edge. */
function createApis(
  { root }: LocalConfig,
  { call, callStreaming }: Aws,
  originKey: string,
  onError: AwsOptions["onError"],
): { readonly edge: Edge; readonly sockets: WebSocketApi } {
  const rest = createRestApi({
    ...REST_ROUTES,
    invoke: call,
    invokeStreaming: callStreaming,
    accountId: ACCOUNT,
    region: REGION,
  });
  const sockets = createWebSocketApi({
    routes: SOCKETS.routes,
    authorizer: { function: SOCKETS.authorizer, identitySource: [] },
    invoke: call,
    stage: STAGE,
    refusalHeaders: SITE_HEADERS,
    onError: (error, route) => onError(`socket ${route}`, error),
  });
  const edge = createEdge({
    viewerFunction: join(root, "lib/edge/viewer-request.js"),
    apiPaths: API_PATHS,
    policyHeaders: siteHeaders,
    site: createSite(join(root, CLIENT_SOURCE)),
    rest,
    sockets: sockets.upgrade,
    originHeaders: { [ORIGIN_HEADER]: originKey },
  });
  return { edge, sockets };
}

/**
 * Opens the edge, whose requests wait until its key is stored, because the functions refuse requests without
 * a known key.
 */
function openEdgeAfter(
  ready: Promise<void>,
  { handle, upgrade }: Edge,
): Pick<FrontOptions, "fallback" | "upgrade"> {
  return {
    fallback: async (req, res) => {
      await ready;
      return handle(req, res);
    },
    upgrade: (...request) => void ready.then(() => upgrade(...request)),
  };
}

/** Errors of the local cloud itself are logged completely. */
function wholeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack };
}
