import { createHash } from "node:crypto";
import type { z } from "zod";
import { awsJsonHandler, type JsonOperation } from "#local-cloud/aws-json.ts";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import { ServiceError, type SignedService } from "#local-cloud/http.ts";
import { createCluster, type TaskRunner } from "./cluster.ts";
import { prepareTask } from "./prepare.ts";
import { onTheWire } from "./present.ts";
import { accepted, describeTasksSchema, listTasksSchema, runTaskSchema, stopTaskSchema } from "./requests.ts";
import { arnOf, type ClusterIdentity, type Task } from "./task.ts";
import { checkDefinition, type TaskDefinition } from "./task-definition.ts";
import { openTaskStore, type StoredTask } from "./task-store.ts";

export interface EcsOptions {
  readonly dir: string;
  /** By family. */
  readonly taskDefinitions: Readonly<Record<string, TaskDefinition>>;
  readonly cluster: string;
  readonly start: TaskRunner;
  /** Receives `ECS Task State Change`; must have stored the event when it returns. */
  readonly onEvent?: (event: EventBridgeEvent) => void;
  readonly onError?: (error: unknown) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly account?: string;
  readonly region?: string;
  readonly killWaitMs?: number;
}

export interface Ecs extends SignedService {
  /** Takes RunTask's request in camelCase; returns the task in PROVISIONING. */
  runTask(request: unknown): Promise<Task>;
  describe(task: string): Promise<Task>;
  /** Resolves with the stopped task; rejects when the signal is aborted, without stopping the task. */
  waitStopped(task: string, signal: AbortSignal): Promise<Task>;
  stopTask(task: string, reason?: string): Promise<void>;
}

/**
 * A cluster of ECS on Fargate: RunTask, DescribeTasks, StopTask and ListTasks; the runner of tasks is
 * injected.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object with a short function for each operation.
export function createEcs(options: EcsOptions): Ecs {
  const { taskDefinitions, start, onEvent = () => {}, onError = () => {}, now = Date.now } = options;
  const { cluster: name, account = "000000000000", region = "us-east-1", killWaitMs = 1000 } = options;
  const identity: ClusterIdentity = { cluster: name, account, region };
  for (const [family, definition] of Object.entries(taskDefinitions)) checkDefinition(family, definition);
  const store = openTaskStore(options.dir, now);
  const cluster = createCluster({ store, identity, start, onEvent, onError, now, killWaitMs });

  const checkCluster = (given: string): void => {
    if (given !== name && given !== arnOf(identity, `cluster/${name}`))
      throw new ServiceError("ClusterNotFoundException", "Cluster not found.");
  };
  const parsed = <T extends z.ZodType<{ cluster: string }>>(schema: T, input: unknown): z.output<T> => {
    const request = accepted(schema, input);
    checkCluster(request.cluster);
    return request;
  };
  /** By ARN or by the id at its end. */
  const find = (task: string): StoredTask | undefined =>
    store.tasks.get(task.startsWith("arn:") ? task : arnOf(identity, `task/${name}/${task}`));
  const get = (task: string): StoredTask => {
    const stored = find(task);
    if (!stored) throw new ServiceError("InvalidParameterException", "The referenced task was not found.");
    return stored;
  };

  const run = (input: unknown): Task => {
    const request = parsed(runTaskSchema, input);
    const fingerprint = createHash("sha256").update(JSON.stringify(request)).digest("hex");
    const known = [...store.tasks.values()].find(({ token }) => token && token.value === request.clientToken);
    if (known?.token?.request === fingerprint) return known.task;
    if (known)
      throw new ServiceError(
        "ConflictException",
        "The clientToken is already in use with a different RunTask request.",
        400,
        { resourceIds: [known.task.taskArn] },
      );
    const { task, job } = prepareTask(request, taskDefinitions, identity, now());
    const token =
      request.clientToken === undefined
        ? {}
        : { token: { value: request.clientToken, request: fingerprint } };
    cluster.run({ task, job, announced: 0, ...token });
    return task;
  };
  const stop = (id: string, reason: string): Task => {
    const stored = get(id);
    cluster.stop(stored, reason);
    return get(id).task;
  };

  const operations: Record<string, JsonOperation> = {
    RunTask: (input) => ({ tasks: [onTheWire(run(input), true)], failures: [] }),
    DescribeTasks(input) {
      const { tasks, include } = parsed(describeTasksSchema, input);
      const found = tasks.map((id) => ({ id, stored: find(id) }));
      const missing = found.filter(({ stored }) => !stored);
      return {
        tasks: found.flatMap(({ stored }) => (stored ? [onTheWire(stored.task, include.length > 0)] : [])),
        failures: missing.map(({ id }) => ({ arn: id, reason: "MISSING" })),
      };
    },
    StopTask(input) {
      const { task, reason = "Task stopped by user" } = parsed(stopTaskSchema, input);
      return { task: onTheWire(stop(task, reason), false) };
    },
    ListTasks: (input) => listTasks([...store.tasks.values()], parsed(listTasksSchema, input)),
  };
  const handle = awsJsonHandler({
    operations: new Map(
      Object.entries(operations).map(([operation, answer]) => [
        `AmazonEC2ContainerServiceV20141113.${operation}`,
        async (input) => {
          const reply = await answer(input);
          await store.settled();
          return reply;
        },
      ]),
    ),
    namespace: "com.amazonaws.ecs",
    internalError: "ServerException",
  });

  cluster.resume();
  return {
    handle,
    async runTask(request) {
      const task = run(request);
      await store.settled();
      return task;
    },
    describe: async (task) => get(task).task,
    waitStopped: async (task, signal) => cluster.waitStopped(get(task).task, signal),
    stopTask: async (task, reason = "Task stopped by user") => void stop(task, reason),
    close: () => cluster.close(),
  };
}

/** Oldest first; the token is the number of tasks already listed. */
function listTasks(all: readonly StoredTask[], request: z.output<typeof listTasksSchema>) {
  const { family, startedBy, desiredStatus, maxResults, nextToken = "0" } = request;
  if (!/^\d+$/.test(nextToken)) throw new ServiceError("InvalidParameterException", "nextToken is not valid");
  const matching = all.filter(
    ({ task, job }) =>
      task.desiredStatus === desiredStatus &&
      (family === undefined || job.family === family) &&
      (startedBy === undefined || task.startedBy === startedBy),
  );
  const from = Number(nextToken);
  const taskArns = matching.slice(from, from + maxResults).map(({ task }) => task.taskArn);
  const next = from + taskArns.length;
  return { taskArns, ...(next < matching.length && { nextToken: String(next) }) };
}
