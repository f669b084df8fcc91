import { join } from "node:path";
import type { Invoke, InvokeStreaming } from "#local-cloud/apigateway/invoke.ts";
import { lambdaIntegration } from "#local-cloud/apigateway/lambda-integration.ts";
import { createDynamoDb, type DynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import type { TaskRunner } from "#local-cloud/ecs/cluster.ts";
import { createEcs } from "#local-cloud/ecs/ecs.ts";
import type { TaskDefinition } from "#local-cloud/ecs/task-definition.ts";
import { type BusOptions, createBus } from "#local-cloud/eventbridge/bus.ts";
import type { CloudHandler, SignedHandler } from "#local-cloud/http.ts";
import { createKms } from "#local-cloud/kms/kms.ts";
import type { InvokeResult, LambdaFunction } from "#local-cloud/lambda/function.ts";
import { createLambda } from "#local-cloud/lambda/lambda.ts";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { createGate, type Gate } from "#local-cloud/sigv4/gate.ts";
import { awsJson, awsQuery, restJson } from "#local-cloud/sigv4/protocols.ts";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import type { Json } from "#local-cloud/states/json.ts";
import { createStates } from "#local-cloud/states/states.ts";
import type { KeyPair } from "#local-cloud/sts/identities.ts";
import type { Role } from "#local-cloud/sts/role.ts";
import { createSts } from "#local-cloud/sts/sts.ts";

export interface AwsOptions {
  /** The data folder, in which each service has its own folder. */
  readonly dir: string;
  /** The key pair of the cloud's owner, who has all permissions. */
  readonly credentials: KeyPair;
  readonly account: string;
  readonly region: string;
  /** By name. */
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  /** Rules of the event bus; their targets are functions. */
  readonly rules: BusOptions["rules"];
  /** The roles for which STS issues sessions. */
  readonly roles: readonly Role[];
  readonly tasks: {
    readonly cluster: string;
    /** By family. */
    readonly definitions: Readonly<Record<string, TaskDefinition>>;
    readonly run: TaskRunner;
  };
  /** Called for every error of a service that is not returned to a caller. */
  readonly onError: (service: string, error: unknown) => void;
}

/** The AWS services that store data or run code, connected with each other. */
export interface Aws {
  /** Handlers by the service name in the credential scope; each checks signatures. */
  readonly services: Readonly<Record<string, CloudHandler>>;
  /** Adds the signature check to another service. */
  readonly gate: Gate;
  readonly dynamodb: DynamoDb;
  /** Invokes a function once the services have started. */
  readonly invoke: (name: string, event: unknown) => Promise<InvokeResult>;
  /** Like `invoke`, but a function error is thrown. */
  readonly call: Invoke;
  readonly callStreaming: InvokeStreaming;
  /** Resumes the executions and tasks of the data folder; must be called when the port is open. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the services with a data folder. Functions and tasks wait for `start`. Rejects with a message for
 * people if another process uses the folder or a file in it is damaged.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of the services and of what each one needs.
export async function createAws(options: AwsOptions): Promise<Aws> {
  const { credentials, account, region, functions, tasks, onError } = options;
  const dir = (name: string) => join(options.dir, name);
  const started = Promise.withResolvers<void>();

  // Opened first, because its database detects another process that uses the same folder.
  const dynamodb = await createDynamoDb({ dir: dir("dynamodb"), region, account });
  const lambda = createLambda({
    functions,
    account,
    region,
    dir: dir("lambda"),
    ready: started.promise,
  });
  const invoke: Aws["invoke"] = async (name, event) => {
    await started.promise;
    return lambda.invoke(name, event);
  };
  const call = lambdaIntegration({ invoke });
  const callStreaming: InvokeStreaming = async (name, event) => {
    await started.promise;
    return lambda.invokeStreaming(name, event);
  };
  const bus = createBus({
    dir: dir("events"),
    targets: targetsOf(options.rules, call),
    rules: options.rules,
    account,
    region,
  });
  const onEvent = bus.put;
  const sts = createSts({ dir: dir("sts"), credentials, roles: options.roles, account });
  const { identify } = sts;
  const s3 = createS3({ dir: dir("s3"), credentials, identify, account, onEvent });
  const kms = createKms({ dir: dir("kms"), region, account });
  const ssm = createSsm({ dir: dir("ssm"), region, account });
  const ecs = createEcs({
    dir: dir("ecs"),
    taskDefinitions: tasks.definitions,
    cluster: tasks.cluster,
    // A restarted task may use the port immediately, so the port must be open.
    start: (task) => started.promise.then(() => tasks.run(task)),
    onEvent,
    onError: (error) => onError("ecs", error),
    account,
    region,
  });
  const states = createStates({
    dir: dir("states"),
    invoke: {
      async lambda(name, payload) {
        const result = await invoke(name, payload);
        return result.ok ? { ok: true, payload: result.payload as Json } : result; // Lambda has validated that it is JSON.
      },
      ecs,
    },
    onEvent,
    account,
    region,
  });

  const gate = createGate({ identify });
  return {
    services: {
      // S3 checks signatures itself, because they continue over the chunks of a body.
      s3: s3.handle,
      dynamodb: gate({ service: "dynamodb", protocol: awsJson, handle: dynamodb.handle, sessions: true }),
      sts: gate({ service: "sts", protocol: awsQuery, handle: sts.handle, sessions: true }),
      states: gate({ service: "states", protocol: awsJson, handle: after(started.promise, states.handle) }),
      kms: gate({ service: "kms", protocol: awsJson, handle: kms.handle }),
      ssm: gate({ service: "ssm", protocol: awsJson, handle: ssm.handle }),
      ecs: gate({ service: "ecs", protocol: awsJson, handle: ecs.handle }),
      events: gate({ service: "events", protocol: awsJson, handle: bus.handle }),
      lambda: gate({ service: "lambda", protocol: restJson, handle: lambda.handle }),
    },
    gate,
    dynamodb,
    invoke,
    call,
    callStreaming,
    async start() {
      // Functions wait until the task tokens of resumed executions are valid again.
      await states.start().catch((error: unknown) => {
        onError("states", error);
        throw error;
      });
      started.resolve();
    },
    async close() {
      for (const service of [states, ecs, bus, lambda, ssm, kms, s3, dynamodb]) await service.close();
    },
  };
}

/** Each target is a function; the bus retries a function that fails. */
function targetsOf(rules: BusOptions["rules"], call: Invoke): BusOptions["targets"] {
  const names = rules.flatMap(({ targets }) => targets);
  return Object.fromEntries(names.map((name) => [name, async (event) => void (await call(name, event))]));
}

/** Delays requests until a promise is resolved. */
function after(ready: Promise<void>, handle: SignedHandler): SignedHandler {
  return async (req, res, signer) => {
    await ready;
    return handle(req, res, signer);
  };
}
