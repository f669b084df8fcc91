import { ServiceError } from "#local-cloud/http.ts";
import type { RunTaskRequest } from "./requests.ts";
import { type ClusterIdentity, newTask, type Task } from "./task.ts";
import { sizeRefusal, type TaskDefinition } from "./task-definition.ts";
import type { Job } from "./task-store.ts";

/** Creates a task and its job from a request and a task definition. Throws if they contradict each other. */
export function prepareTask(
  request: RunTaskRequest,
  definitions: Readonly<Record<string, TaskDefinition>>,
  identity: ClusterIdentity,
  now: number,
): { task: Task; job: Job } {
  const { family, definition } = resolve(request.taskDefinition, definitions);
  const { container } = definition;
  const { overrides } = request;
  const [override] = overrides.containerOverrides;
  if (override && override.name !== container.name)
    throw invalid(`Override for container named ${override.name} is not a container in the TaskDefinition.`);
  const cpu = Number(overrides.cpu ?? definition.cpu);
  const taskMemory = Number(overrides.memory ?? definition.memory);
  const refusal = sizeRefusal(cpu, taskMemory);
  if (refusal) throw new ServiceError("ClientException", refusal);
  const memory = override?.memory ?? container.memory ?? taskMemory;
  if (memory > taskMemory || (override?.cpu ?? 0) > cpu)
    throw invalid(`The container ${container.name} asks for more than the task has.`);
  const variables = (override?.environment ?? []).map(({ name, value }) => [name, value] as const);
  return {
    task: newTask(request, family, definition, identity, now),
    job: {
      family,
      command: override?.command ?? container.command ?? [],
      environment: { ...container.environment, ...Object.fromEntries(variables) },
      cpu,
      memory,
      stopTimeoutMs: (container.stopTimeout ?? 30) * 1000,
    },
  };
}

/** `family`, `family:revision`, or the ARN of either. */
function resolve(reference: string, definitions: Readonly<Record<string, TaskDefinition>>) {
  const [, family = "", revision] =
    /^(?:arn:aws:ecs:.*:task-definition\/)?([A-Za-z0-9_-]+)(?::(\d+))?$/.exec(reference) ?? [];
  const definition = Object.hasOwn(definitions, family) ? definitions[family] : undefined;
  if (!definition || (revision !== undefined && Number(revision) !== definition.revision))
    throw new ServiceError("ClientException", "TaskDefinition not found.");
  return { family, definition };
}

const invalid = (message: string) => new ServiceError("InvalidParameterException", message);
