import { type Attempt, note, noted } from "./attempts.ts";
import type { TaskState } from "./definition.ts";
import { StateError } from "./errors.ts";
import { Interrupted, interruptible } from "./interrupt.ts";
import type { TaskCall } from "./invoker.ts";
import type { Json, JsonObject } from "./json.ts";
import { ecsOutcome, ecsReceipt, launch } from "./launch.ts";
import type { Outcome, PendingTask, ScheduledTask } from "./pending.ts";
import { failed, openPending } from "./pending-task.ts";
import { schedule } from "./scheduled-task.ts";
import { taskEvents } from "./task-events.ts";

/** One attempt of a Task state. A restart finds its arguments, token, ECS job and outcome in the ledger. */
export async function runTask(attempt: Attempt<TaskState>): Promise<Json> {
  const task = await schedule(attempt);
  const outcome = (noted(attempt, "outcome") as Outcome | undefined) ?? (await perform(attempt, task));
  if (outcome.ok) return outcome.output;
  throw new StateError(outcome.error, outcome.cause);
}

async function perform(attempt: Attempt<TaskState>, task: ScheduledTask): Promise<Outcome> {
  const { signal } = attempt.visit.scope;
  const pending = openPending(attempt, task);
  const over = new AbortController();
  drive(attempt, task, pending, AbortSignal.any([signal, over.signal])).catch((error) =>
    settleFailure(pending, error),
  );
  try {
    return await interruptible(pending.done, signal);
  } finally {
    pending.close();
    over.abort(new Interrupted("ended"));
  }
}

/**
 * Calls the service and, depending on the pattern, uses its response or the end of its job, or waits for the
 * task token.
 */
async function drive(
  attempt: Attempt<TaskState>,
  task: ScheduledTask,
  pending: PendingTask,
  signal: AbortSignal,
): Promise<void> {
  const { invoke, region, execution, redrive } = attempt.visit.run;
  const call: TaskCall = {
    executionArn: execution.arn,
    state: attempt.visit.name,
    retryCount: attempt.focus.retryCount,
    ...(task.token === undefined ? {} : { token: task.token }),
  };
  const earlier = noted(attempt, "submitted");
  // A token must be on the disk before it is passed on.
  await attempt.visit.run.ledger.settled();
  const receipt = earlier ?? (await launch(invoke, task, call, `${attempt.key} ${redrive.count}`));
  if (task.resource.pattern === "request") return void pending.settle({ ok: true, output: receipt });
  if (earlier === undefined && !signal.aborted)
    note(attempt, "submitted", receipt, taskEvents(task, region).submitted(receipt));
  if (task.resource.pattern === "token") return;
  const { taskArn } = ecsReceipt(receipt as JsonObject);
  try {
    const stopped = await interruptible(invoke.ecs.waitStopped(taskArn, signal), signal);
    pending.settle(ecsOutcome(stopped));
  } catch (error) {
    const suspended = signal.aborted && Interrupted.of(signal).reason === "suspended";
    if (signal.aborted && !suspended) await invoke.ecs.stopTask(taskArn, "Aborted by Step Functions");
    throw error;
  }
}

function settleFailure(pending: PendingTask, error: unknown): void {
  if (error instanceof Interrupted) return;
  const known = error instanceof StateError ? error : new StateError("States.TaskFailed", String(error));
  try {
    pending.settle(failed(known));
  } catch (late) {
    if (!(late instanceof Interrupted)) throw late;
  }
}
