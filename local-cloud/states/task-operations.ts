import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";
import { type Executor, unavailable } from "./executor.ts";
import type { Json } from "./json.ts";
import { type Operation, operation } from "./operation.ts";
import type { PendingTask } from "./pending.ts";

const token = { taskToken: z.string().min(1).max(2048) };

/** The operations with a task token. An outcome is recorded before it is acknowledged. */
export function taskOperations(executor: Executor): Record<string, Operation> {
  const waiting = (taskToken: string): PendingTask => {
    const found = executor.pending(taskToken);
    if (found === "invalid") throw new ServiceError("InvalidToken", "Invalid Token: 'Invalid token'");
    if (found === "unknown") throw new ServiceError("TaskDoesNotExist", "Task does not exist");
    if (found === "closed") throw closed();
    if (found === "unavailable") throw unavailable();
    return found;
  };
  const settle = (taskToken: string, outcome: Parameters<PendingTask["settle"]>[0]) => {
    if (!waiting(taskToken).settle(outcome)) throw closed();
    return {};
  };
  return {
    SendTaskSuccess: operation({ ...token, output: z.string().max(262_144) }, ({ taskToken, output }) =>
      settle(taskToken, { ok: true, output: jsonOf(output) }),
    ),
    SendTaskFailure: operation(
      { ...token, error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() },
      ({ taskToken, error = "", cause }) =>
        settle(taskToken, { ok: false, error, ...(cause === undefined ? {} : { cause }) }),
    ),
    SendTaskHeartbeat: operation(token, ({ taskToken }) => {
      waiting(taskToken).beat();
      return {};
    }),
  };
}

const closed = () =>
  new ServiceError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

function jsonOf(output: string): Json {
  try {
    return JSON.parse(output) as Json;
  } catch {
    throw new ServiceError("InvalidOutput", "Invalid Output: the output is not JSON");
  }
}
