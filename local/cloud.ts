import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ORIGIN_HEADER } from "#core/auth/origin.ts";
import { API_PATHS, SITE_HEADERS, siteHeaders } from "#core/web/site.ts";
import { SOCKETS, STAGE } from "#deployment/apis.ts";
import { OUTBOX } from "#deployment/outbox.ts";
import { lambdaIntegration } from "#local/apigateway/lambda-integration.ts";
import { createRestApi } from "#local/apigateway/rest-api.ts";
import { createWebSocketApi } from "#local/apigateway/websocket-api.ts";
import { BACKUP_PATH } from "#local/backup/backup.ts";
import { createBackupService } from "#local/backup/backup-service.ts";
import { createBuilderRunner } from "#local/builder/runner.ts";
import { TASK_DEFINITIONS } from "#local/builder/task-definitions.ts";
import { type LocalConfig, setEnvironment } from "#local/config.ts";
import { createDynamoDb } from "#local/dynamodb/dynamodb.ts";
import { createEcs } from "#local/ecs/ecs.ts";
import { createEdge } from "#local/edge.ts";
import { functionEnvironment } from "#local/environment.ts";
import { RULES } from "#local/event-rules.ts";
import { createBus } from "#local/eventbridge/bus.ts";
import { createFront } from "#local/front/front.ts";
import { findSandbox, sandboxFix } from "#local/function-sandbox.ts";
import { FUNCTIONS } from "#local/functions.ts";
import { createGitHub } from "#local/github/github.ts";
import { openHome } from "#local/home/open-home.ts";
import type { SignedHandler } from "#local/http.ts";
import { createKms } from "#local/kms/kms.ts";
import { createEventSourceMapping } from "#local/lambda/event-source-mapping.ts";
import { createLambda } from "#local/lambda/lambda.ts";
import type { WriteLog } from "#local/log/entry.ts";
import { createModelService } from "#local/model-service.ts";
import { problemBody } from "#local/problem-body.ts";
import { provision } from "#local/provision.ts";
import { REST_ROUTES } from "#local/rest-routes.ts";
import { createS3 } from "#local/s3/s3.ts";
import { createGate } from "#local/sigv4/gate.ts";
import { awsJson, awsQuery, restJson } from "#local/sigv4/protocols.ts";
import { createSite } from "#local/site.ts";
import { createSsm } from "#local/ssm/ssm.ts";
import { createStates } from "#local/states/states.ts";
import { createSts } from "#local/sts/sts.ts";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import { ACCOUNT, CLUSTER, REGION, TABLE } from "#local/topology.ts";
import { createVercel } from "#local/vercel/vercel.ts";

export interface Cloud {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Brings the data folder to the current format, starts every service on one port, makes the product's resources, and
 * resumes what was running. The functions are the entries' sources unless others are given, such as their bundles.
 */
export async function startCloud(config: LocalConfig, log: WriteLog, functions = FUNCTIONS): Promise<Cloud> {
  await openHome(config.home, (message) => log("INFO", message));
  const started = Promise.withResolvers<void>();
  const dir = (name: string) => join(config.home, name);
  const complain = (service: string) => (error: unknown) =>
    log("ERROR", "service failed", { service, error: wholeError(error) });
  const origin = `http://127.0.0.1:${config.PORT}`;

  const lambda = createLambda({ functions, account: ACCOUNT, region: REGION });
  const invoke = async (name: string, event: unknown) => {
    await started.promise;
    return lambda.invoke(name, event);
  };
  /** A function's answer, or its error as an exception, for those who cannot go on with one. */
  const call = lambdaIntegration({ invoke });

  const targets = Object.fromEntries(
    RULES.flatMap(({ targets }) => targets).map((name) => [
      name,
      async (event: unknown) => void (await call(name, event)),
    ]),
  );
  const bus = createBus({ dir: dir("events"), targets, rules: RULES, account: ACCOUNT, region: REGION });
  const sts = createSts({
    dir: dir("sts"),
    credentials: config.keys.aws,
    roles: [TENANT_ROLE],
    account: ACCOUNT,
  });
  const { identify } = sts;
  const gate = createGate({ identify });
  const [model, dynamodb] = await Promise.all([
    createModelService(config, complain("bedrock")),
    createDynamoDb({ dir: dir("dynamodb"), region: REGION, account: ACCOUNT }),
  ]);
  setEnvironment(functionEnvironment(config, origin));

  const s3 = createS3({
    dir: dir("s3"),
    credentials: config.keys.aws,
    identify,
    account: ACCOUNT,
    onEvent: (event) => bus.put(event),
  });
  const kms = createKms({ dir: dir("kms"), region: REGION, account: ACCOUNT });
  const ssm = createSsm({ dir: dir("ssm"), region: REGION, account: ACCOUNT });
  const runBuilder = createBuilderRunner({
    node: process.execPath,
    entry: join(config.root, "builder-image/main.ts"),
    dir: dir("builds"),
    onLog: (task, text) =>
      log("INFO", "builder output", { task: task.split("/").at(-1), output: text.trimEnd() }),
  });
  const ecs = createEcs({
    dir: dir("ecs"),
    taskDefinitions: TASK_DEFINITIONS,
    cluster: CLUSTER,
    // A builder that is started again fetches its job at once, so the port must be open by then.
    start: (task) => started.promise.then(() => runBuilder({ ...task, command: [...task.command] })),
    onEvent: (event) => bus.put(event),
    onError: complain("ecs"),
    account: ACCOUNT,
    region: REGION,
  });
  const states = createStates({
    dir: dir("states"),
    invoke: { lambda: (name, payload) => invoke(name, payload) as never, ecs: ecs as never },
    onEvent: (event) => bus.put(event),
    account: ACCOUNT,
    region: REGION,
  });
  const github = createGitHub({ dir: dir("github"), origin, tokens: [config.keys.github] });
  const vercel = createVercel({
    dir: dir("vercel"),
    origin,
    token: config.keys.vercel,
    sandbox: { find: findSandbox, fix: sandboxFix },
    log,
  });
  const rest = createRestApi({ ...REST_ROUTES, invoke: call, account: ACCOUNT, region: REGION } as Parameters<
    typeof createRestApi
  >[0]);
  const sockets = createWebSocketApi({
    routes: SOCKETS.routes,
    authorizer: { function: SOCKETS.authorizer, identitySource: [] },
    invoke: call,
    stage: STAGE,
    refusalHeaders: SITE_HEADERS,
    onError: (error, route) => complain(`socket ${route}`)(error),
  });
  const originKey = randomBytes(32).toString("base64url");
  const edge = createEdge({
    viewerFunction: join(config.root, "lib/edge/viewer-request.js"),
    apiPaths: API_PATHS,
    policyHeaders: siteHeaders,
    site: createSite(join(config.root, "web")),
    rest,
    sockets: sockets.upgrade,
    originHeaders: { [ORIGIN_HEADER]: originKey },
  });

  const backup = createBackupService({
    home: config.home,
    token: config.keys.local,
    copyDatabase: dynamodb.copyTo,
  });
  const front = createFront({
    services: {
      // S3 checks signatures itself: they go on over the chunks of a body.
      s3: s3.handle,
      dynamodb: gate({ service: "dynamodb", protocol: awsJson, handle: dynamodb.handle, sessions: true }),
      sts: gate({ service: "sts", protocol: awsQuery, handle: sts.handle, sessions: true }),
      states: gate({ service: "states", protocol: awsJson, handle: after(started.promise, states.handle) }),
      kms: gate({ service: "kms", protocol: awsJson, handle: kms.handle }),
      ssm: gate({ service: "ssm", protocol: awsJson, handle: ssm.handle }),
      ecs: gate({ service: "ecs", protocol: awsJson, handle: ecs.handle }),
      events: gate({ service: "events", protocol: awsJson, handle: bus.handle }),
      lambda: gate({ service: "lambda", protocol: restJson, handle: lambda.handle }),
      "execute-api": gate({ service: "execute-api", protocol: restJson, handle: sockets.manage }),
      bedrock: gate({ service: "bedrock", protocol: restJson, handle: model.handle, apiKeys: true }),
    },
    mounts: [
      { prefix: "/github", handler: github.handle },
      { prefix: "/vercel", handler: vercel.handle },
      { prefix: BACKUP_PATH, handler: backup },
    ],
    hosts: () => vercel.serve,
    fallback: edge.handle,
    upgrade: edge.upgrade,
    headers: SITE_HEADERS,
    renderProblem: problemBody,
    onError: complain("front"),
  });
  await front.listen(config.PORT, config.HOST);
  await provisionWhileGated();
  const relay = createEventSourceMapping({
    dir: dir("streams"),
    name: OUTBOX.target,
    source: dynamodb.stream(TABLE),
    functionName: OUTBOX.target,
    invoke,
    batchSize: OUTBOX.batchSize,
    filters: [OUTBOX.filter],
    reportBatchItemFailures: true,
    bisectOnError: true,
    maxRetries: -1,
  });

  return {
    origin,
    async close() {
      relay.close();
      await sockets.close();
      await front.close();
      for (const service of [states, ecs, bus, lambda, vercel, github, model, ssm, kms, s3, dynamodb])
        await service.close();
    },
  };

  /** Functions wait until the tables are there and old task tokens are valid again. */
  async function provisionWhileGated(): Promise<void> {
    const resumed = states.start();
    resumed.catch(complain("states"));
    await resumed;
    started.resolve();
    await provision(config, origin, originKey);
  }
}

/** Of the small cloud's own errors the log has everything. */
function wholeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack };
}

/** Makes requests wait for something before they are handled. */
function after(ready: Promise<void>, handle: SignedHandler): SignedHandler {
  return async (req, res, signer) => {
    await ready;
    return handle(req, res, signer);
  };
}
