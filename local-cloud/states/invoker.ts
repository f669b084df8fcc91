import type { Json, JsonObject } from "./json.ts";

/** A task as ECS describes it (camelCase): `lastStatus`, `stopCode`, `containers[].exitCode`, … */
export interface EcsTask extends JsonObject {
  taskArn: string;
}

type LambdaAnswer =
  | { ok: true; payload: Json }
  | { ok: false; error: { errorType: string; errorMessage: string } };

/** The attempt that makes a call. */
export interface TaskCall {
  readonly executionArn: string;
  readonly state: string;
  readonly retryCount: number;
  /** With `.waitForTaskToken`. */
  readonly token?: string;
}

/**
 * The services that Task states call. A method that throws fails the task: the error's `name` becomes the
 * error name after the service's prefix (`Lambda.ResourceNotFoundException`).
 */
export interface TaskInvoker {
  /** `functionName` is a name, or `name:qualifier`. */
  lambda(functionName: string, payload: Json, call: TaskCall): Promise<LambdaAnswer>;
  ecs: {
    /**
     * `request` is that of RunTask (camelCase) with a clientToken: the same token must return the same task.
     */
    runTask(request: JsonObject, call: TaskCall): Promise<EcsTask>;
    /** Resolves when the task has stopped; rejects when the signal is aborted, without stopping the task. */
    waitStopped(taskArn: string, signal: AbortSignal): Promise<EcsTask>;
    stopTask(taskArn: string, reason: string): Promise<void>;
  };
}
