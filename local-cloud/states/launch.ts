import { createHash } from "node:crypto";
import { StateError } from "./errors.ts";
import type { EcsTask, TaskCall, TaskInvoker } from "./invoker.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import type { Outcome, ScheduledTask } from "./pending.ts";
import { functionName, toCamel, toPascal } from "./resource.ts";

/**
 * Calls the service once. Resolves with the result of the integration; throws AWS's error. `key` identifies
 * the attempt, also if it is launched again after a crash.
 */
export async function launch(
  invoke: TaskInvoker,
  { resource, args }: ScheduledTask,
  call: TaskCall,
  key: string,
): Promise<Json> {
  if (resource.direct) return callLambda(invoke, resource.direct, args, call);
  if (resource.service === "lambda") {
    const { FunctionName, Payload } = args as { FunctionName: string; Payload?: Json };
    const answer = await callLambda(invoke, functionName(FunctionName), Payload ?? {}, call);
    return { ExecutedVersion: "$LATEST", Payload: answer, StatusCode: 200 };
  }
  const clientToken = createHash("sha256").update(`${call.executionArn} ${key}`).digest("hex");
  const request = { clientToken, ...toCamel(args as JsonObject) };
  const task = await named("ECS", () => invoke.ecs.runTask(request, call));
  return { Tasks: [toPascal(task)], Failures: [] };
}

async function callLambda(invoke: TaskInvoker, name: string, payload: Json, call: TaskCall): Promise<Json> {
  const answer = await named("Lambda", () => invoke.lambda(name, payload, call));
  if (answer.ok) return answer.payload;
  throw new StateError(answer.error.errorType, JSON.stringify(answer.error));
}

/**
 * An error of the call itself has the service's name as its prefix, as in Lambda.ResourceNotFoundException.
 */
async function named<T>(service: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { name, message } = error as Error;
    throw new StateError(name.startsWith(`${service}.`) ? name : `${service}.${name}`, message);
  }
}

/** Returns the task ARN in the result of RunTask. */
export function ecsReceipt(receipt: JsonObject): { taskArn: string } {
  const [task] = Array.isArray(receipt.Tasks) ? receipt.Tasks : [];
  if (isObject(task) && typeof task.TaskArn === "string") return { taskArn: task.TaskArn };
  throw new StateError("ECS.AmazonECSException", "RunTask named no task");
}

/**
 * A job succeeded if every container ended with exit code 0; its description is the result, or the cause of
 * the failure.
 */
export function ecsOutcome(stopped: EcsTask): Outcome {
  const task = toPascal(stopped);
  const containers = Array.isArray(stopped.containers) ? stopped.containers : [];
  const good = containers.length > 0 && containers.every((one) => isObject(one) && one.exitCode === 0);
  return good
    ? { ok: true, output: task }
    : { ok: false, error: "States.TaskFailed", cause: JSON.stringify(task) };
}
