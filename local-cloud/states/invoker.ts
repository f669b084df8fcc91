import type { Json, JsonObject } from "./json.ts";

/** A task as ECS describes it (camelCase): `lastStatus`, `stopCode`, `containers[].exitCode`, … */
export interface EcsTask extends JsonObject {
  taskArn: string;
}

type LambdaAnswer =
  | { ok: true; payload: Json }
  | { ok: false; error: { errorType: string; errorMessage: string } };

/** The attempt on whose behalf something is called. */
export interface TaskCall {
  readonly executionArn: string;
  readonly state: string;
  readonly retryCount: number;
  /** With `.waitForTaskToken`. */
  readonly token?: string;
}

/**
 * What a Task state reaches beyond Step Functions. A method that throws fails the task: the error's `name` becomes
 * the error name behind the service's prefix (`Lambda.ResourceNotFoundException`).
 */
export interface TaskInvoker {
  /** `functionName` is a name, or `name:qualifier`. */
  lambda(functionName: string, payload: Json, call: TaskCall): Promise<LambdaAnswer>;
  ecs: {
    /** `request` is RunTask's own (camelCase) and carries a clientToken: the same token must give the same task. */
    runTask(request: JsonObject, call: TaskCall): Promise<EcsTask>;
    /** Resolves when the task has stopped; rejects when the signal is aborted, without touching the task. */
    waitStopped(taskArn: string, signal: AbortSignal): Promise<EcsTask>;
    stopTask(taskArn: string, reason: string): Promise<void>;
  };
}
