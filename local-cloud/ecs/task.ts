import { randomBytes } from "node:crypto";
import type { RunTaskRequest } from "./requests.ts";
import type { TaskDefinition } from "./task-definition.ts";

type TaskStatus = "PROVISIONING" | "PENDING" | "RUNNING" | "STOPPED";
type StopCode = "EssentialContainerExited" | "TaskFailedToStart" | "UserInitiated";

/** A container as ECS describes it. */
type Container = {
  containerArn: string;
  taskArn: string;
  name: string;
  image: string;
  lastStatus: "PENDING" | "RUNNING" | "STOPPED";
  exitCode?: number;
  reason?: string;
  cpu: string;
  memory: string;
  networkInterfaces: never[];
};

type ContainerOverride = {
  name: string;
  command?: string[];
  environment?: { name: string; value: string }[];
  cpu?: number;
  memory?: number;
};

type Tag = { key: string; value: string };

/** A task as ECS describes it; times are milliseconds since the epoch. */
export type Task = {
  taskArn: string;
  clusterArn: string;
  taskDefinitionArn: string;
  group: string;
  launchType: "FARGATE";
  platformVersion: string;
  platformFamily: "Linux";
  lastStatus: TaskStatus;
  desiredStatus: "RUNNING" | "STOPPED";
  containers: Container[];
  overrides: { containerOverrides: ContainerOverride[] };
  attachments: never[];
  cpu: string;
  memory: string;
  enableExecuteCommand: false;
  createdAt: number;
  pullStartedAt?: number;
  pullStoppedAt?: number;
  startedAt?: number;
  stoppingAt?: number;
  stoppedAt?: number;
  executionStoppedAt?: number;
  startedBy?: string;
  stopCode?: StopCode;
  stoppedReason?: string;
  tags: Tag[];
  /** Increases with each change; consumers use it to order events. */
  version: number;
};

export interface ClusterIdentity {
  readonly cluster: string;
  readonly account: string;
  readonly region: string;
}

export const arnOf = ({ region, account }: ClusterIdentity, rest: string) =>
  `arn:aws:ecs:${region}:${account}:${rest}`;

/** A new task in PROVISIONING. */
export function newTask(
  request: RunTaskRequest,
  family: string,
  definition: TaskDefinition,
  identity: ClusterIdentity,
  now: number,
): Task {
  const id = randomBytes(16).toString("hex");
  const taskArn = arnOf(identity, `task/${identity.cluster}/${id}`);
  const { container } = definition;
  const memory = Number(request.overrides.memory ?? definition.memory);
  const [override] = request.overrides.containerOverrides;
  return {
    taskArn,
    clusterArn: arnOf(identity, `cluster/${identity.cluster}`),
    taskDefinitionArn: arnOf(identity, `task-definition/${family}:${definition.revision}`),
    group: request.group ?? `family:${family}`,
    launchType: "FARGATE",
    platformVersion: "1.4.0",
    platformFamily: "Linux",
    lastStatus: "PROVISIONING",
    desiredStatus: "RUNNING",
    containers: [
      {
        containerArn: arnOf(
          identity,
          `container/${identity.cluster}/${id}/${randomBytes(16).toString("hex")}`,
        ),
        taskArn,
        name: container.name,
        image: container.image,
        lastStatus: "PENDING",
        cpu: String(override?.cpu ?? 0),
        memory: String(override?.memory ?? container.memory ?? memory),
        networkInterfaces: [],
      },
    ],
    overrides: {
      containerOverrides: request.overrides.containerOverrides.map((one) => withoutUndefined(one)),
    },
    attachments: [],
    cpu: request.overrides.cpu ?? String(definition.cpu),
    memory: String(memory),
    enableExecuteCommand: false,
    createdAt: now,
    ...(request.startedBy !== undefined && { startedBy: request.startedBy }),
    tags: request.tags,
    version: 1,
  };
}

type Override = RunTaskRequest["overrides"]["containerOverrides"][number];

function withoutUndefined(override: Override): ContainerOverride {
  const { command, environment, cpu, memory } = override;
  return {
    name: override.name,
    ...(command && { command }),
    ...(environment && { environment }),
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
  };
}

/** How a container ended: an exit code if it ran, and possibly a reason. */
export interface Ending {
  readonly stopCode: StopCode;
  readonly stoppedReason: string;
  readonly exitCode?: number;
  readonly reason?: string;
}

/** Returns the task and its container with the next status. */
export function advanced(task: Task, lastStatus: "PENDING" | "RUNNING", now: number): Task {
  const times = lastStatus === "PENDING" ? { pullStartedAt: now } : { pullStoppedAt: now, startedAt: now };
  const containers = task.containers.map((container): Container => ({ ...container, lastStatus }));
  return { ...task, ...times, lastStatus, containers, version: task.version + 1 };
}

export function stopping(task: Task, stoppedReason: string, now: number): Task {
  return {
    ...task,
    desiredStatus: "STOPPED",
    stoppingAt: now,
    stopCode: "UserInitiated",
    stoppedReason,
    version: task.version + 1,
  };
}

/** Returns the stopped task. A requested stop keeps its own reason. */
export function stopped(
  task: Task,
  { stopCode, stoppedReason, exitCode, reason }: Ending,
  now: number,
): Task {
  const why = task.stopCode === undefined ? { stopCode, stoppedReason } : {};
  const end = { ...(exitCode !== undefined && { exitCode }), ...(reason !== undefined && { reason }) };
  return {
    ...task,
    ...why,
    stoppingAt: task.stoppingAt ?? now,
    executionStoppedAt: now,
    stoppedAt: now,
    lastStatus: "STOPPED",
    desiredStatus: "STOPPED",
    containers: task.containers.map(
      (container): Container => ({ ...container, ...end, lastStatus: "STOPPED" }),
    ),
    version: task.version + 1,
  };
}
